namespace Bedrock.Toolkit.Models;

/// <summary>How the Amazon Rerank 1.0 types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AmazonRerankRequest))]
[JsonSerializable(typeof(AmazonRerankResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(string))]
internal sealed partial class AmazonRerankJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Amazon Rerank type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AmazonRerankListConverter<T>() : ListConverter<T>(AmazonRerankJsonContext.Default);
