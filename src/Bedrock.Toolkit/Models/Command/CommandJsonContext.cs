namespace Bedrock.Toolkit.Models;

/// <summary>How the Command types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(CommandStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(CommandFinishReason))]
[JsonSerializable(typeof(CommandReturnLikelihoods))]
[JsonSerializable(typeof(CommandTruncate))]
[JsonSerializable(typeof(string))]
internal sealed partial class CommandJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Command type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CommandListConverter<T>() : ListConverter<T>(CommandJsonContext.Default);

/// <summary>Reads and writes an object member of a Command type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CommandObjectConverter<T>() : ObjectConverter<T>(CommandJsonContext.Default)
    where T : class;
