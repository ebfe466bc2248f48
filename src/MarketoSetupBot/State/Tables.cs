namespace MarketoSetupBot.State;

/// <summary>The bot's own tables. Instants are UTC ticks. None ever holds a token, a password or a secret.</summary>
internal static class Tables
{
    public const string Create = """
        CREATE TABLE IF NOT EXISTS state (
            id text PRIMARY KEY, value text NOT NULL, version bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS handled (
            id text PRIMARY KEY, at bigint NOT NULL, answer text);
        CREATE INDEX IF NOT EXISTS handled_at ON handled (at);
        CREATE TABLE IF NOT EXISTS posts (
            run text NOT NULL, kind text NOT NULL, conversation text NOT NULL, activity text, version bigint NOT NULL,
            holds text NOT NULL, culture text NOT NULL, claimed_at bigint, notices bigint NOT NULL,
            PRIMARY KEY (run, kind, conversation));
        CREATE UNIQUE INDEX IF NOT EXISTS posts_message ON posts (conversation, activity);
        CREATE TABLE IF NOT EXISTS conversations (
            id text PRIMARY KEY, reference text NOT NULL);
        CREATE TABLE IF NOT EXISTS channels (
            id text PRIMARY KEY, team text NOT NULL, team_name text NOT NULL, name text NOT NULL, reference text NOT NULL);
        CREATE TABLE IF NOT EXISTS welcomed (
            conversation text PRIMARY KEY, at bigint NOT NULL);
        """;
}
