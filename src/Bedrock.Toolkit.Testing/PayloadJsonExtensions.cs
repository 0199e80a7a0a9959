using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Testing;

/// <summary>Requests as they go over the wire, for snapshots of your own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadJsonExtensions
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a request, or of any other object of the library: the members that are sent, in their order.</summary>
    /// <param name="request">The object.</param>
    /// <param name="indented">Whether each member has a line of its own, ended by a line feed on every system.</param>
    /// <returns>The JSON.</returns>
    public static string ToPayloadJson(this BedrockObject request, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Write(request, BedrockJson.Options.GetTypeInfo(request.GetType()), indented);
    }

    /// <summary>The JSON of a request for a model, also one of a type of your own.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="request">The request.</param>
    /// <param name="indented">Whether each member has a line of its own, ended by a line feed on every system.</param>
    /// <returns>The JSON.</returns>
    public static string PayloadJsonOf<TRequest, TResponse>(this Model<TRequest, TResponse> model, TRequest request, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        return Write(request, model.RequestTypeInfo, indented);
    }

    private static string Write(object value, JsonTypeInfo info, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, indented ? Indented : Compact))
        {
            JsonSerializer.Serialize(writer, value, info);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
