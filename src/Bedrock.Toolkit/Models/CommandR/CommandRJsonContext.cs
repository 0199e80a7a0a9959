namespace Bedrock.Toolkit.Models;

/// <summary>How the Command R types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CommandRRequest))]
[JsonSerializable(typeof(CommandRStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(CommandRRole))]
[JsonSerializable(typeof(CommandRFinishReason))]
[JsonSerializable(typeof(CommandRPromptTruncation))]
[JsonSerializable(typeof(CommandREventType))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CommandRJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Command R type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CommandRListConverter<T>() : ListConverter<T>(CommandRJsonContext.Default);

/// <summary>Reads and writes an object member of a Command R type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CommandRObjectConverter<T>() : ObjectConverter<T>(CommandRJsonContext.Default)
    where T : class;
