using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Claude text completion types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ClaudeTextRequest))]
[JsonSerializable(typeof(ClaudeTextResponse))]
[JsonSerializable(typeof(ClaudeTextStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(ClaudeTextStopReason))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(string))]
internal sealed partial class ClaudeTextJsonContext : JsonSerializerContext;
