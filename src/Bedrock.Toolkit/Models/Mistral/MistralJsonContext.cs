namespace Bedrock.Toolkit.Models;

/// <summary>How the Mistral types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(MistralRequest))]
[JsonSerializable(typeof(MistralResponse))]
[JsonSerializable(typeof(MistralStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(string))]
internal sealed partial class MistralJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Mistral type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralListConverter<T>() : ListConverter<T>(MistralJsonContext.Default);

/// <summary>Reads and writes an object member of a Mistral type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralObjectConverter<T>() : ObjectConverter<T>(MistralJsonContext.Default)
    where T : class;
