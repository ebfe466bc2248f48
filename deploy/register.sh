#!/usr/bin/env bash
# Registers the bot's and the backend's apps, grants them to each other and to Microsoft Graph, creates the Azure Bot with its Teams
# channel and OAuth connection, and writes bot.env, backend.env and backend.p12 beside this file, readable by you alone.
#
#   RESOURCE_GROUP=rg BOT_NAME=contoso-marketo-setup BOT_HOST=bot.contoso.com REQUESTER_GROUP=<Entra group id> ./register.sh
#
# Run it as a Privileged Role Administrator (it grants application permissions of Graph) who may write to the resource group. It
# finds its own apps again by uniqueName, so a second run repairs instead of duplicating; each run issues a fresh bot secret and certificate.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
: "${RESOURCE_GROUP:?}" "${BOT_NAME:?}" "${BOT_HOST:?}" "${REQUESTER_GROUP:?}"
for tool in az jq openssl; do command -v "$tool" >/dev/null || { echo "$tool is needed." >&2; exit 1; }; done

graph=https://graph.microsoft.com/v1.0
tenant=$(az account show --query tenantId -o tsv)

# Ids of scopes and roles need to be unique within their app only, and must stay the same from run to run.
setup_act=6d0f2f3e-52b2-4f1e-9d0d-0a1c7d3b8e01
setup_read=6d0f2f3e-52b2-4f1e-9d0d-0a1c7d3b8e02
access_as_user=6d0f2f3e-52b2-4f1e-9d0d-0a1c7d3b8e03
events_push=6d0f2f3e-52b2-4f1e-9d0d-0a1c7d3b8e04

# The least that the backend's calls need; see MarketoSetupBot.Backend/Tenant/GraphPermissions.cs.
graph_permissions=(
  Application.ReadWrite.OwnedBy           # its own app registrations, service principals and secrets
  DelegatedPermissionGrant.ReadWrite.All  # the consent to Dynamics CRM user_impersonation
  DelegatedPermissionGrant.Read.All       # to see a consent that an administrator gave by hand, where the line above is withheld
  Policy.ReadWrite.ApplicationConfiguration  # home realm discovery policies, for federated sync users; may be withheld
  Domain.Read.All                         # is the sync user's domain federated?
  User.Read.All                           # is this person enabled, and not a guest?
  GroupMember.Read.All                    # may this person ask?
  RoleManagement.Read.Directory           # may this person approve?
  RoleEligibilitySchedule.Read.Directory  # could this person activate a role that approves?
  Policy.Read.All                         # rules for secrets, security defaults, Conditional Access, home realm discovery
  AuditLog.Read.All                       # sign-ins of the app, and who disabled it
  Organization.Read.All                   # is a directory on premises synchronised?
)

scope() { jq -n --arg id "$1" --arg value "$2" --arg says "$3" \
  '{id: $id, value: $value, type: "User", isEnabled: true, adminConsentDisplayName: $says, adminConsentDescription: $says, userConsentDisplayName: $says, userConsentDescription: $says}'; }
role() { jq -n --arg id "$1" --arg value "$2" --arg says "$3" \
  '{id: $id, value: $value, isEnabled: true, allowedMemberTypes: ["Application"], displayName: $value, description: $says}'; }

# upsert <uniqueName> <display name> <scope> <role>: prints the client id.
upsert() {
  local body
  body=$(jq -n --arg name "$2" --argjson scope "$3" --argjson role "$4" \
    '{displayName: $name, signInAudience: "AzureADMyOrg", api: {requestedAccessTokenVersion: 2, oauth2PermissionScopes: [$scope]}, appRoles: [$role]}')
  az rest --method PATCH --url "$graph/applications(uniqueName='$1')" --headers Content-Type=application/json Prefer=create-if-missing --body "$body" -o none
  until az rest --url "$graph/applications?\$filter=uniqueName%20eq%20'$1'&\$select=appId" --query 'value[0].appId' -o tsv | grep .; do sleep 5; done
}

# principal <client id>: prints the object id of its service principal, made when it is missing.
principal() { az ad sp show --id "$1" --query id -o tsv 2>/dev/null || az ad sp create --id "$1" --query id -o tsv; }

# assign <principal> <resource principal> <role id>
assign() {
  local held
  held=$(az rest --url "$graph/servicePrincipals/$1/appRoleAssignments" --query "value[?resourceId=='$2' && appRoleId=='$3'] | length(@)" -o tsv)
  [ "$held" != 0 ] || az rest --method POST --url "$graph/servicePrincipals/$2/appRoleAssignedTo" --headers Content-Type=application/json \
    --body "{\"principalId\":\"$1\",\"resourceId\":\"$2\",\"appRoleId\":\"$3\"}" -o none
}

echo "Apps ..."
backend=$(upsert marketo-setup-bot-backend "Marketo Setup backend" \
  "$(scope $setup_act Setup.Act 'Set up the Marketo sync as you')" "$(role $setup_read Setup.Read 'Read what a setup thread shows')")
bot=$(upsert marketo-setup-bot "Marketo Setup" \
  "$(scope $access_as_user access_as_user 'Sign in to Marketo Setup')" "$(role $events_push Events.Push 'Tell the bot that a setup moved')")
backend_principal=$(principal "$backend")
bot_principal=$(principal "$bot")

az rest --method PATCH --url "$graph/applications(appId='$backend')" --headers Content-Type=application/json \
  --body "{\"identifierUris\":[\"api://$backend\"]}" -o none
# The two pre-authorised clients are Teams on desktop and mobile, and Teams on the web: they sign people in silently.
az rest --method PATCH --url "$graph/applications(appId='$bot')" --headers Content-Type=application/json --body "$(jq -n --arg bot "$bot" --arg scope $access_as_user \
  --argjson scopes "[$(scope $access_as_user access_as_user 'Sign in to Marketo Setup')]" \
  '{identifierUris: ["api://\($bot)", "api://botid-\($bot)"],
    web: {redirectUris: ["https://token.botframework.com/.auth/web/redirect"]},
    api: {requestedAccessTokenVersion: 2, oauth2PermissionScopes: $scopes, preAuthorizedApplications: [
      {appId: "1fec8e78-bce4-4aaf-ab1b-5451cc387264", delegatedPermissionIds: [$scope]},
      {appId: "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", delegatedPermissionIds: [$scope]}]}}')" -o none

echo "Permissions ..."
graph_principal=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --query id -o tsv)
for permission in "${graph_permissions[@]}"; do
  assign "$backend_principal" "$graph_principal" "$(az ad sp show --id "$graph_principal" --query "appRoles[?value=='$permission'].id | [0]" -o tsv)"
done
# On behalf of a Global Administrator who asks for a validation; Graph lets no application read this for itself.
held=$(az rest --url "$graph/oauth2PermissionGrants?\$filter=clientId%20eq%20'$backend_principal'" --query "value[?resourceId=='$graph_principal'] | length(@)" -o tsv)
[ "$held" != 0 ] || az rest --method POST --url "$graph/oauth2PermissionGrants" --headers Content-Type=application/json \
  --body "{\"clientId\":\"$backend_principal\",\"consentType\":\"AllPrincipals\",\"resourceId\":\"$graph_principal\",\"scope\":\"OnPremDirectorySynchronization.Read.All\"}" -o none
assign "$bot_principal" "$backend_principal" $setup_read
assign "$backend_principal" "$bot_principal" $events_push
granted=$(az rest --url "$graph/oauth2PermissionGrants?\$filter=clientId%20eq%20'$bot_principal'" --query "value[?resourceId=='$backend_principal'] | length(@)" -o tsv)
[ "$granted" != 0 ] || az rest --method POST --url "$graph/oauth2PermissionGrants" --headers Content-Type=application/json \
  --body "{\"clientId\":\"$bot_principal\",\"consentType\":\"AllPrincipals\",\"resourceId\":\"$backend_principal\",\"scope\":\"Setup.Act\"}" -o none
# Reading a Dynamics organisation on behalf of whoever asks, where it has no application user for the backend. Without Dynamics 365 there is nothing to consent to.
if dynamics_principal=$(az ad sp show --id 00000007-0000-0000-c000-000000000000 --query id -o tsv 2>/dev/null); then
  granted=$(az rest --url "$graph/oauth2PermissionGrants?\$filter=clientId%20eq%20'$backend_principal'" --query "value[?resourceId=='$dynamics_principal'] | length(@)" -o tsv)
  [ "$granted" != 0 ] || az rest --method POST --url "$graph/oauth2PermissionGrants" --headers Content-Type=application/json \
    --body "{\"clientId\":\"$backend_principal\",\"consentType\":\"AllPrincipals\",\"resourceId\":\"$dynamics_principal\",\"scope\":\"user_impersonation\"}" -o none
fi

echo "Credentials ..."
openssl req -x509 -newkey rsa:3072 -sha256 -nodes -days 365 -subj "/CN=marketo-setup-backend" -keyout backend.key -out backend.crt 2>/dev/null
openssl pkcs12 -export -inkey backend.key -in backend.crt -out backend.p12 -passout pass:
az ad app credential reset --id "$backend" --append --cert @backend.crt -o none
rm -f backend.key backend.crt
bot_secret=$(az ad app credential reset --id "$bot" --append --display-name "bot" --years 1 --query password -o tsv)

echo "Azure Bot ..."
az bot show -g "$RESOURCE_GROUP" -n "$BOT_NAME" -o none 2>/dev/null || az bot create -g "$RESOURCE_GROUP" -n "$BOT_NAME" \
  --app-type SingleTenant --appid "$bot" --tenant-id "$tenant" --endpoint "https://$BOT_HOST/api/messages" -o none
az bot msteams show -g "$RESOURCE_GROUP" -n "$BOT_NAME" -o none 2>/dev/null || az bot msteams create -g "$RESOURCE_GROUP" -n "$BOT_NAME" -o none
# The name of a connection cannot be taken twice; a fresh secret means a fresh connection.
az bot authsetting delete -g "$RESOURCE_GROUP" -n "$BOT_NAME" --setting-name Backend -o none 2>/dev/null || true
az bot authsetting create -g "$RESOURCE_GROUP" -n "$BOT_NAME" --setting-name Backend --service Aadv2 \
  --client-id "$bot" --client-secret "$bot_secret" --provider-scope-string "api://$backend/Setup.Act" \
  --parameters "clientId=$bot" "clientSecret=$bot_secret" "tenantId=$tenant" "tokenExchangeUrl=api://botid-$bot" -o none

sed -e "s/^MicrosoftAppId=.*/MicrosoftAppId=$bot/" -e "s/^MicrosoftAppTenantId=.*/MicrosoftAppTenantId=$tenant/" \
  -e "s/^Backend__ClientId=.*/Backend__ClientId=$backend/" -e "/^MicrosoftAppPassword=/d" bot.env.example > bot.env
printf 'MicrosoftAppPassword=%s\n' "$bot_secret" >> bot.env
sed -e "s/^Entra__TenantId=.*/Entra__TenantId=$tenant/" -e "s/^Entra__ClientId=.*/Entra__ClientId=$backend/" \
  -e "s/^Entra__BotClientId=.*/Entra__BotClientId=$bot/" -e "s/^Access__RequesterGroup=.*/Access__RequesterGroup=$REQUESTER_GROUP/" backend.env.example > backend.env

echo "Done: bot.env, backend.env and backend.p12 are written. Bot app id: $bot"
