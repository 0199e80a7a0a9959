namespace Bedrock.Toolkit.Models;

/// <summary>How the types of imported models are read and written; what they share with chat completions stands in that family's context.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ImportedBedrockCompletionRequest))]
[JsonSerializable(typeof(ImportedBedrockCompletionResponse))]
[JsonSerializable(typeof(ImportedBedrockCompletionStreamEvent))]
[JsonSerializable(typeof(ImportedOpenAICompletionRequest))]
[JsonSerializable(typeof(ImportedOpenAICompletionResponse))]
[JsonSerializable(typeof(ImportedOpenAICompletionStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ImportedJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of an imported model's type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImportedListConverter<T>() : ListConverter<T>(ImportedJsonContext.Default);

/// <summary>Reads and writes an object member of an imported model's type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImportedObjectConverter<T>() : ObjectConverter<T>(ImportedJsonContext.Default)
    where T : class;
