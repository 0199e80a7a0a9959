namespace Bedrock.Toolkit.Models;

/// <summary>How the Jamba types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JambaRequest))]
[JsonSerializable(typeof(JambaResponse))]
[JsonSerializable(typeof(JambaStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(JambaRole))]
[JsonSerializable(typeof(JambaFinishReason))]
[JsonSerializable(typeof(string))]
internal sealed partial class JambaJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Jamba type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JambaListConverter<T>() : ListConverter<T>(JambaJsonContext.Default);

/// <summary>Reads and writes an object member of a Jamba type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JambaObjectConverter<T>() : ObjectConverter<T>(JambaJsonContext.Default)
    where T : class;
