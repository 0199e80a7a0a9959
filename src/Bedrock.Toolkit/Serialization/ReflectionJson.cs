namespace Bedrock.Toolkit.Serialization;

/// <summary>JSON metadata of a user's own types, by reflection: members in camel case, enumerations as their names. Thread-safe.</summary>
/// <remarks>Only behind methods that say that they do not fit trimming and native AOT; the library's own types never come here.</remarks>
internal static class ReflectionJson
{
    /// <summary>What the compiler says where an app is trimmed.</summary>
    public const string Trimming = "Reads the members of the type by reflection, which trimming can remove: use the form that takes a JsonTypeInfo.";

    /// <summary>What the compiler says where an app is compiled ahead of time.</summary>
    public const string Compiling = "Makes JSON code at run time, which native AOT cannot: use the form that takes a JsonTypeInfo.";

    private static JsonSerializerOptions? _options;

    /// <summary>The metadata of a type.</summary>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Compiling)]
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)TypeInfo(typeof(T));

    /// <summary>The metadata of a type.</summary>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Compiling)]
    public static JsonTypeInfo TypeInfo(Type type) => (_options ??= Create()).GetTypeInfo(type);

    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Compiling)]
    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly();
        return options;
    }
}
