using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes the vectors of a Cohere answer in either of their shapes. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereEmbeddingsConverter : JsonConverter<CohereEmbeddings>
{
    private static readonly FloatVectorListConverter Floats = new();

    /// <inheritdoc/>
    public override CohereEmbeddings? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray
            ? new CohereEmbeddings { IsArray = true, Float = Floats.Read(ref reader, typeof(IList<ReadOnlyMemory<float>>), options) }
            : NestedJson.Read(ref reader, CohereEmbedJsonContext.Default.CohereEmbeddings);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CohereEmbeddings value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsArray)
        {
            NestedJson.Write(writer, value, CohereEmbedJsonContext.Default.CohereEmbeddings);
            return;
        }

        if (value is not { Int8: null, UInt8: null, Binary: null, UBinary: null, AdditionalProperties: null or { Count: 0 } })
        {
            throw new JsonException("CohereEmbeddings.IsArray is set, but an array holds nothing but Float.");
        }

        Floats.Write(writer, value.Float ?? [], options);
    }
}
