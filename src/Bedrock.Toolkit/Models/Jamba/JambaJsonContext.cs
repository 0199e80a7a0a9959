using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Jamba types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JambaRequest))]
[JsonSerializable(typeof(JambaResponse))]
[JsonSerializable(typeof(JambaStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(JambaRole))]
[JsonSerializable(typeof(JambaFinishReason))]
[JsonSerializable(typeof(JambaFunctionCall))]
[JsonSerializable(typeof(JambaToolCall))]
[JsonSerializable(typeof(JambaMessage))]
[JsonSerializable(typeof(JambaFunction))]
[JsonSerializable(typeof(JambaTool))]
[JsonSerializable(typeof(JambaDocument))]
[JsonSerializable(typeof(JambaResponseFormat))]
[JsonSerializable(typeof(JambaUsage))]
[JsonSerializable(typeof(JambaMeta))]
[JsonSerializable(typeof(JambaChoice))]
[JsonSerializable(typeof(JambaDelta))]
[JsonSerializable(typeof(JambaStreamChoice))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(string))]
internal sealed partial class JambaJsonContext : JsonSerializerContext;
