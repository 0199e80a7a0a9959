namespace Bedrock.Toolkit.Models;

/// <summary>How the Claude text completion types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ClaudeTextRequest))]
[JsonSerializable(typeof(ClaudeTextResponse))]
[JsonSerializable(typeof(ClaudeTextStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(ClaudeTextStopReason))]
[JsonSerializable(typeof(string))]
internal sealed partial class ClaudeTextJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Claude text completion type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeTextListConverter<T>() : ListConverter<T>(ClaudeTextJsonContext.Default);

/// <summary>Reads and writes an object member of a Claude text completion type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeTextObjectConverter<T>() : ObjectConverter<T>(ClaudeTextJsonContext.Default)
    where T : class;
