using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.ControlPlane;

/// <summary>Reads and writes every type of the control plane as JSON, to keep requests and answers. Thread-safe.</summary>
/// <remarks>Works with trimming and native AOT. A request is written whole, with what a call puts into path, query and headers.</remarks>
public static class BedrockControlJson
{
    private static readonly RequestBodies Bodies = new(BedrockControlJsonContext.Default, BedrockControlClient.NotInBody);

    /// <summary>The settings and the metadata, for hosts that need a <see cref="JsonSerializerOptions"/>. Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = RequestBodies.OptionsOf(BedrockControlJsonContext.Default);

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
    internal static JsonTypeInfo<T> Body<T>() => Bodies.Of<T>();
}
