using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>All models that the library names, and all types that their JSON has.</summary>
internal static class KnownModels
{
    public static Assembly Library { get; } = typeof(BedrockClient).Assembly;

    private static readonly Type[] Exported = Library.GetExportedTypes();

    /// <summary>The public classes that hold models.</summary>
    public static IReadOnlyList<Type> Classes { get; } =
    [
        .. Exported
            .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Models", StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Every property of those classes that is a model.</summary>
    public static IReadOnlyList<(PropertyInfo Property, Model Model)> All { get; } =
    [
        .. Classes
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => typeof(Model).IsAssignableFrom(property.PropertyType))
            .Select(property => (property, (Model)property.GetValue(null)!)),
    ];

    /// <summary>The kinds of descriptors that properties and factories of those classes give.</summary>
    public static IReadOnlyList<Type> DescriptorTypes { get; } =
    [
        .. Classes
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.PropertyType)
                .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.ReturnType)))
            .Where(type => typeof(Model).IsAssignableFrom(type) && type.IsConstructedGenericType && !type.ContainsGenericParameters)
            .Distinct(),
    ];

    public static IReadOnlyList<Type> RequestTypes { get; } = [.. DescriptorTypes.Select(type => type.GetGenericArguments()[0]).Distinct()];

    public static IReadOnlyList<Type> ResponseTypes { get; } =
        [.. DescriptorTypes.Where(type => type.GetGenericArguments().Length > 1).Select(type => type.GetGenericArguments()[1]).Distinct()];

    public static IReadOnlyList<Type> EventTypes { get; } =
        [.. DescriptorTypes.Where(type => type.GetGenericArguments().Length == 3).Select(type => type.GetGenericArguments()[2]).Distinct()];

    /// <summary>One model for each request type, by a property or a factory.</summary>
    public static Model ModelFor(Type requestType)
    {
        if (All.Where(known => known.Model.RequestType == requestType).Select(known => known.Model).FirstOrDefault() is { } model)
        {
            return model;
        }

        foreach (MethodInfo factory in Classes.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)))
        {
            if (typeof(Model).IsAssignableFrom(factory.ReturnType) && factory.ReturnType.IsConstructedGenericType
                && factory.ReturnType.GetGenericArguments()[0] == requestType
                && factory.GetParameters() is [{ } only] && only.ParameterType == typeof(ModelId))
            {
                return (Model)factory.Invoke(null, [new ModelId("provider.any")])!;
            }
        }

        throw new InvalidOperationException($"No model takes {requestType.Name}.");
    }

    /// <summary>How a model's request is written; an asynchronous model calls it its input.</summary>
    public static JsonTypeInfo RequestTypeInfoOf(Model model) =>
        (JsonTypeInfo)(model.GetType().GetProperty("RequestTypeInfo") ?? model.GetType().GetProperty("InputTypeInfo"))!.GetValue(model)!;

    /// <summary>Whether a type is one of the library's wire types: it has members with names of the wire.</summary>
    public static bool IsWireType(Type type) =>
        type is { IsClass: true, IsGenericType: false } && type.Assembly == Library && WireTypeRules.MembersOf(type).Any(WireTypeRules.IsOnTheWire);

    /// <summary>All public wire types, abstract ones too.</summary>
    public static IReadOnlyList<Type> WireTypes { get; } =
        [.. Exported.Where(IsWireType).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>The wire types that can be read and written by themselves.</summary>
    public static IReadOnlyList<Type> ConcreteWireTypes { get; } = [.. WireTypes.Where(type => !type.IsAbstract)];

    /// <summary>What is reached from some types by their members and, for the base of a union, its variants.</summary>
    public static IReadOnlyCollection<Type> ReachedFrom(IEnumerable<Type> roots)
    {
        var reached = new HashSet<Type>();
        var open = new Queue<Type>(roots);
        while (open.TryDequeue(out Type? type))
        {
            if (!reached.Add(type) || type.Assembly != Library)
            {
                continue;
            }

            foreach (Type next in WireTypeRules.MembersOf(type).Where(WireTypeRules.IsOnTheWire).SelectMany(member => Parts(member.PropertyType))
                .Concat(type.GetInterfaces().SelectMany(Parts))
                .Concat(Exported.Where(candidate => candidate.BaseType == type && type.IsAbstract && type != typeof(BedrockResponse)
                    && type != typeof(BedrockStreamEvent))))
            {
                open.Enqueue(next);
            }
        }

        return [.. reached.Where(type => type.Assembly == Library)];
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts) : [Nullable.GetUnderlyingType(type) ?? type];
}
