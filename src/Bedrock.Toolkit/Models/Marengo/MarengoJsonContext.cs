namespace Bedrock.Toolkit.Models;

/// <summary>How the Marengo types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(MarengoRequest))]
[JsonSerializable(typeof(Marengo27Request))]
[JsonSerializable(typeof(MarengoResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(MarengoEmbeddingOption))]
[JsonSerializable(typeof(MarengoEmbeddingType))]
[JsonSerializable(typeof(MarengoEmbeddingScope))]
internal sealed partial class MarengoJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Marengo type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MarengoListConverter<T>() : ListConverter<T>(MarengoJsonContext.Default);

/// <summary>Reads and writes an object member of a Marengo type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MarengoObjectConverter<T>() : ObjectConverter<T>(MarengoJsonContext.Default)
    where T : class;
