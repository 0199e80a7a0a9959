namespace Bedrock.Toolkit.Models;

/// <summary>How the Titan Image Generator and Nova Canvas types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AmazonImageRequest))]
[JsonSerializable(typeof(AmazonImageResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(string))]
internal sealed partial class AmazonImageJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Titan Image Generator and Nova Canvas type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AmazonImageListConverter<T>() : ListConverter<T>(AmazonImageJsonContext.Default);

/// <summary>Reads and writes an object member of a Titan Image Generator and Nova Canvas type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AmazonImageObjectConverter<T>() : ObjectConverter<T>(AmazonImageJsonContext.Default)
    where T : class;
