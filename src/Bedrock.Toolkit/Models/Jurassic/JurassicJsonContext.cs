namespace Bedrock.Toolkit.Models;

/// <summary>How the Jurassic-2 types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JurassicRequest))]
[JsonSerializable(typeof(JurassicResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(JurassicFinishReasonKind))]
[JsonSerializable(typeof(string))]
internal sealed partial class JurassicJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Jurassic-2 type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JurassicListConverter<T>() : ListConverter<T>(JurassicJsonContext.Default);

/// <summary>Reads and writes an object member of a Jurassic-2 type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JurassicObjectConverter<T>() : ObjectConverter<T>(JurassicJsonContext.Default)
    where T : class;
