using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Cohere Embed types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CohereEmbedRequest))]
[JsonSerializable(typeof(CohereEmbedResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(CohereEmbedInput))]
[JsonSerializable(typeof(CohereEmbedPart))]
[JsonSerializable(typeof(CohereEmbedTextPart))]
[JsonSerializable(typeof(CohereEmbedImagePart))]
[JsonSerializable(typeof(CohereEmbedImageUrl))]
[JsonSerializable(typeof(CohereEmbedImage))]
[JsonSerializable(typeof(CohereEmbedImageInfo))]
[JsonSerializable(typeof(CohereEmbeddings))]
[JsonSerializable(typeof(CohereEmbeddingType))]
[JsonSerializable(typeof(string))]
internal sealed partial class CohereEmbedJsonContext : JsonSerializerContext;
