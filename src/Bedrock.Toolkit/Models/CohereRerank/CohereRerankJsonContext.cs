namespace Bedrock.Toolkit.Models;

/// <summary>How the Cohere Rerank 3.5 types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CohereRerankRequest))]
[JsonSerializable(typeof(CohereRerankResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(string))]
internal sealed partial class CohereRerankJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Cohere Rerank type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereRerankListConverter<T>() : ListConverter<T>(CohereRerankJsonContext.Default);
