using System.Text.Json;
using System.Text.Json.Serialization;

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
[JsonSerializable(typeof(ImportedOpenAICompletionChoice))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ImportedJsonContext : JsonSerializerContext;
