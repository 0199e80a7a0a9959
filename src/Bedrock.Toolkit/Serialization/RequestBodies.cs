using System.Text.Encodings.Web;

namespace Bedrock.Toolkit.Serialization;

/// <summary>How the requests of a service are written as bodies: without the members that stand in path, query and headers. Thread-safe.</summary>
/// <param name="metadata">The metadata of the service's types.</param>
/// <param name="notInBody">The names of the members that are left out, by request.</param>
internal sealed class RequestBodies(IJsonTypeInfoResolver metadata, IReadOnlyDictionary<Type, string[]> notInBody)
{
    private readonly JsonSerializerOptions _options = OptionsOf(metadata.WithAddedModifier(info => LeaveOut(info, notInBody)));

    /// <summary>How one request is written.</summary>
    public JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T));

    /// <summary>The settings that all bodies and kept objects have.</summary>
    public static JsonSerializerOptions OptionsOf(IJsonTypeInfoResolver resolver)
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = resolver,
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOut(JsonTypeInfo info, IReadOnlyDictionary<Type, string[]> notInBody)
    {
        if (!notInBody.TryGetValue(info.Type, out string[]? names))
        {
            return;
        }

        foreach (JsonPropertyInfo property in info.Properties)
        {
            if (names.Contains(property.Name))
            {
                property.ShouldSerialize = static (_, _) => false;
            }
        }
    }
}
