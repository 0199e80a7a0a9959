namespace Bedrock.Toolkit.Models;

/// <summary>How the Llama types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LlamaRequest))]
[JsonSerializable(typeof(LlamaResponse))]
[JsonSerializable(typeof(LlamaStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(string))]
internal sealed partial class LlamaJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Llama type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LlamaListConverter<T>() : ListConverter<T>(LlamaJsonContext.Default);

/// <summary>Reads and writes an object member of a Llama type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LlamaObjectConverter<T>() : ObjectConverter<T>(LlamaJsonContext.Default)
    where T : class;
