using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.ControlPlane;

/// <summary>Reads and writes every type of the control plane as JSON, to keep requests and answers. Thread-safe.</summary>
/// <remarks>Works with trimming and native AOT. A request is written whole, with what a call puts into path, query and headers.</remarks>
public static class BedrockControlJson
{
    private static readonly JsonSerializerOptions BodyOptions = Create(((IJsonTypeInfoResolver)BedrockControlJsonContext.Default).WithAddedModifier(LeaveOut));

    /// <summary>The settings and the metadata, for hosts that need a <see cref="JsonSerializerOptions"/>. Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create(BedrockControlJsonContext.Default);

    /// <summary>The metadata of a type.</summary>
    /// <typeparam name="T">A request, response or part of one.</typeparam>
    /// <returns>The metadata.</returns>
    /// <exception cref="NotSupportedException">The type is not one of the control plane's.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>Writes an object.</summary>
    /// <typeparam name="T">A request, response or part of one.</typeparam>
    /// <param name="value">The object.</param>
    /// <returns>JSON without white space; members that are null are left out.</returns>
    /// <exception cref="NotSupportedException">The type is not one of the control plane's.</exception>
    /// <exception cref="JsonException">The object holds null where its type does not allow it.</exception>
    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, TypeInfo<T>());

    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">A request, response or part of one.</typeparam>
    /// <param name="json">One JSON value.</param>
    /// <returns>The object.</returns>
    /// <exception cref="NotSupportedException">The type is not one of the control plane's.</exception>
    /// <exception cref="JsonException">The text is not JSON, is the JSON null, or does not fit the type.</exception>
    public static T Deserialize<T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, TypeInfo<T>()) ?? throw new JsonException($"The JSON is null, which is no {typeof(T).Name}.");
    }

    /// <summary>How a request is written as a body: without what stands in path, query and headers.</summary>
    internal static JsonTypeInfo<T> Body<T>() => (JsonTypeInfo<T>)BodyOptions.GetTypeInfo(typeof(T));

    private static void LeaveOut(JsonTypeInfo info)
    {
        if (!BedrockControlClient.NotInBody.TryGetValue(info.Type, out string[]? names))
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

    private static JsonSerializerOptions Create(IJsonTypeInfoResolver resolver)
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
}
