namespace Bedrock.Toolkit.Models;

/// <summary>How the types of Nova Multimodal Embeddings are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NovaEmbedRequest))]
[JsonSerializable(typeof(NovaEmbedResponse))]
[JsonSerializable(typeof(NovaEmbedAsyncRequest))]
[JsonSerializable(typeof(NovaEmbedAsyncResult))]
[JsonSerializable(typeof(NovaEmbedSegment))]
internal sealed partial class NovaEmbedJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Nova Multimodal Embeddings type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaEmbedListConverter<T>() : ListConverter<T>(NovaEmbedJsonContext.Default);

/// <summary>Reads and writes an object member of a Nova Multimodal Embeddings type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaEmbedObjectConverter<T>() : ObjectConverter<T>(NovaEmbedJsonContext.Default)
    where T : class;
