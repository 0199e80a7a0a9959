namespace Bedrock.Toolkit.Models;

/// <summary>How the DeepSeek types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DeepSeekRequest))]
[JsonSerializable(typeof(DeepSeekResponse))]
[JsonSerializable(typeof(DeepSeekStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(string))]
internal sealed partial class DeepSeekJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a DeepSeek type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeepSeekListConverter<T>() : ListConverter<T>(DeepSeekJsonContext.Default);

/// <summary>Reads and writes an object member of a DeepSeek type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeepSeekObjectConverter<T>() : ObjectConverter<T>(DeepSeekJsonContext.Default)
    where T : class;
