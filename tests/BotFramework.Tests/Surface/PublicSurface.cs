using System.Globalization;
using System.Reflection;

namespace BotFramework.Tests.Surface;

/// <summary>What a caller or a derived class can see of an assembly, one line a member, in the order of names.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        where IsSeen(type)
        orderby type.Namespace, Name(type)
        from line in Lines(type)
        select line;

    private static IEnumerable<string> Lines(Type type) =>
    [
        $"{type.Namespace}.{Name(type)} : {(type.IsPublic || type.IsNestedPublic ? "" : "protected ")}{Kind(type)}{Parents(type)}{Constraints(type.GetGenericArguments())}{Notes(type)}",
        .. Members(type).Select(Line).OfType<string>().Select(line => "    " + line).Order(StringComparer.Ordinal),
    ];

    private static MemberInfo[] Members(Type type) => type.BaseType == typeof(MulticastDelegate) ? [] : type.GetMembers(Declared);

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo made when IsSeen(made) => $"{Access(made)}new({Parameters(made)}){Notes(made)}",
        MethodInfo method when IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{Access(method)}{Virtuality(method)}{method.Name}{Generic(method.GetGenericArguments())}({Parameters(method)}) : {Name(method.ReturnType)}{Constraints(method.GetGenericArguments())}{Notes(method)}",
        PropertyInfo property when Accessors(property) is { Length: > 0 } accessors =>
            $"{Access(accessors[0])}{Virtuality(accessors[0])}{property.Name}{Index(property)} {{ {string.Join(" ", accessors.Select(a => Accessor(a, accessors[0])))} }} : {Name(property.PropertyType)}{Notes(property)}",
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly =>
            $"{(field.IsPublic ? "" : "protected ")}{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{field.Name}{(field.IsLiteral ? " = " + Value(field.GetRawConstantValue()) : "")} : {Name(field.FieldType)}{Notes(field)}",
        EventInfo { AddMethod: { } add } happening when IsSeen(add) => $"{Access(add)}{Virtuality(add)}event {happening.Name} : {Name(happening.EventHandlerType!)}{Notes(happening)}",
        _ => null,
    };

    private static bool IsSeen(Type type) => type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsSeen(type.DeclaringType!));

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "");

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { BaseType: { } parent } when parent == typeof(MulticastDelegate) =>
            $"delegate ({Parameters(type.GetMethod("Invoke")!)}) : {Name(type.GetMethod("Invoke")!.ReturnType)}",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Parents(Type type)
    {
        if (type.IsEnum || type.BaseType == typeof(MulticastDelegate))
        {
            return "";
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var all = type.GetInterfaces().Except(inherited).ToArray();
        var own = all.Except(all.SelectMany(one => one.GetInterfaces())).Where(one => one.IsVisible).Select(Name).Order(StringComparer.Ordinal);
        string[] names = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [Name(parent), .. own] : [.. own];
        return names.Length == 0 ? "" : " < " + string.Join(", ", names);
    }

    private static MethodInfo[] Accessors(PropertyInfo property) =>
        [.. new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(IsSeen).OrderBy(one => !one.IsPublic)];

    private static string Accessor(MethodInfo accessor, MethodInfo widest) =>
        (accessor.IsPublic == widest.IsPublic ? "" : "protected ") + (accessor.ReturnType != typeof(void) ? "get;" : IsInit(accessor) ? "init;" : "set;");

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Length > 0;

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{string.Join(", ", index.Select(Parameter))}]" : "";

    private static string Virtuality(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true } or { IsVirtual: false } => "",
        { IsAbstract: true } => "abstract ",
        _ when method.GetBaseDefinition().DeclaringType != method.DeclaringType => method.IsFinal ? "sealed override " : "override ",
        { IsFinal: true } => "",
        _ => "virtual ",
    };

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), false) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo one) =>
        (one.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : one.IsOut ? "out " : one.ParameterType.IsByRef ? "ref " : "")
        + Name(one.ParameterType) + " " + one.Name + (one.HasDefaultValue ? " = " + Value(one.DefaultValue) : "");

    private static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        char sign => $"'{sign}'",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Notes(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute), false) ? " [Obsolete]" : "";

    private static string Constraints(Type[] arguments) => string.Concat(
        from argument in arguments
        where argument.IsGenericParameter
        let limits = Limits(argument)
        where limits.Length > 0
        select $" where {argument.Name} : {limits}");

    private static string Limits(Type argument)
    {
        var flags = argument.GenericParameterAttributes;
        return string.Join(", ", new[]
        {
            flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : null,
            flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? "struct" : null,
        }.OfType<string>()
            .Concat(argument.GetGenericParameterConstraints().Where(one => one != typeof(ValueType)).Select(Name))
            .Concat(flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? ["new()"] : []));
    }

    private static string Generic(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var outer = type is { IsNested: true, IsGenericParameter: false } ? Name(type.DeclaringType!) + "." : "";
        var name = Variance(type) + outer + type.Name.Split('`')[0];
        return type.IsGenericType ? name + Generic(type.GetGenericArguments()) : name;
    }

    private static string Variance(Type type) => !type.IsGenericParameter ? "" : (type.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
    {
        GenericParameterAttributes.Covariant => "out ",
        GenericParameterAttributes.Contravariant => "in ",
        _ => "",
    };
}
