using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Titan types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TitanTextRequest))]
[JsonSerializable(typeof(TitanTextResponse))]
[JsonSerializable(typeof(TitanTextStreamEvent))]
[JsonSerializable(typeof(TitanEmbedTextRequest))]
[JsonSerializable(typeof(TitanEmbedTextResponse))]
[JsonSerializable(typeof(TitanEmbedImageRequest))]
[JsonSerializable(typeof(TitanEmbedImageResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(TitanTextGenerationConfig))]
[JsonSerializable(typeof(TitanTextResult))]
[JsonSerializable(typeof(TitanEmbeddingType))]
[JsonSerializable(typeof(TitanEmbeddingsByType))]
[JsonSerializable(typeof(TitanEmbedImageConfig))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(string))]
internal sealed partial class TitanJsonContext : JsonSerializerContext;
