using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads the vectors of an answer as a list or as a single object, and writes them as a list. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MarengoEmbeddingsConverter : JsonConverter<IList<MarengoEmbedding>>
{
    private static readonly MarengoListConverter<MarengoEmbedding> List = new();

    /// <inheritdoc/>
    public override IList<MarengoEmbedding>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? [NestedJson.Read(ref reader, MarengoJsonContext.Default.MarengoEmbedding)!]
            : List.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IList<MarengoEmbedding> value, JsonSerializerOptions options) => List.Write(writer, value, options);
}
