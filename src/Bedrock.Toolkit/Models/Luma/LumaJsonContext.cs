namespace Bedrock.Toolkit.Models;

/// <summary>How the Luma Ray types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LumaRequest))]
internal sealed partial class LumaJsonContext : JsonSerializerContext;

/// <summary>Reads and writes an object member of a Luma Ray type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LumaObjectConverter<T>() : ObjectConverter<T>(LumaJsonContext.Default)
    where T : class;
