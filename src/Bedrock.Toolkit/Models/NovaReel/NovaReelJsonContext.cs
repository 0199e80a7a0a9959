namespace Bedrock.Toolkit.Models;

/// <summary>How the Nova Reel types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NovaReelRequest))]
[JsonSerializable(typeof(NovaReelStatus))]
internal sealed partial class NovaReelJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Nova Reel type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaReelListConverter<T>() : ListConverter<T>(NovaReelJsonContext.Default);

/// <summary>Reads and writes an object member of a Nova Reel type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaReelObjectConverter<T>() : ObjectConverter<T>(NovaReelJsonContext.Default)
    where T : class;
