namespace Bedrock.Toolkit.Models;

/// <summary>How the Pegasus types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PegasusRequest))]
[JsonSerializable(typeof(PegasusResponse))]
[JsonSerializable(typeof(PegasusStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(PegasusFinishReason))]
internal sealed partial class PegasusJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Pegasus type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PegasusListConverter<T>() : ListConverter<T>(PegasusJsonContext.Default);

/// <summary>Reads and writes an object member of a Pegasus type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PegasusObjectConverter<T>() : ObjectConverter<T>(PegasusJsonContext.Default)
    where T : class;
