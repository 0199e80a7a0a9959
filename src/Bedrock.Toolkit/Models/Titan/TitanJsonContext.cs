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
[JsonSerializable(typeof(TitanEmbeddingType))]
[JsonSerializable(typeof(string))]
internal sealed partial class TitanJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Titan type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TitanListConverter<T>() : ListConverter<T>(TitanJsonContext.Default);

/// <summary>Reads and writes an object member of a Titan type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TitanObjectConverter<T>() : ObjectConverter<T>(TitanJsonContext.Default)
    where T : class;
