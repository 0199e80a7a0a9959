namespace Bedrock.Toolkit.Models;

/// <summary>How the Cohere Embed types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CohereEmbedRequest))]
[JsonSerializable(typeof(CohereEmbedResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(CohereEmbedTextPart))]
[JsonSerializable(typeof(CohereEmbedImagePart))]
[JsonSerializable(typeof(CohereEmbeddingType))]
[JsonSerializable(typeof(string))]
internal sealed partial class CohereEmbedJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Cohere Embed type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereEmbedListConverter<T>() : ListConverter<T>(CohereEmbedJsonContext.Default);

/// <summary>Reads and writes an object member of a Cohere Embed type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereEmbedObjectConverter<T>() : ObjectConverter<T>(CohereEmbedJsonContext.Default)
    where T : class;
