namespace Bedrock.Toolkit.Models;

/// <summary>The generated metadata of the Claude family.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, MaxDepth = RawJson.MaxDepth)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ClaudeRequest))]
[JsonSerializable(typeof(ClaudeStreamEvent))]
[JsonSerializable(typeof(ClaudeTextBlock))]
[JsonSerializable(typeof(ClaudeImageBlock))]
[JsonSerializable(typeof(ClaudeDocumentBlock))]
[JsonSerializable(typeof(ClaudeSearchResultBlock))]
[JsonSerializable(typeof(ClaudeToolUseBlock))]
[JsonSerializable(typeof(ClaudeToolResultBlock))]
[JsonSerializable(typeof(ClaudeThinkingBlock))]
[JsonSerializable(typeof(ClaudeRedactedThinkingBlock))]
[JsonSerializable(typeof(ClaudeServerToolUseBlock))]
[JsonSerializable(typeof(ClaudeToolSearchResultBlock))]
[JsonSerializable(typeof(ClaudeToolReferenceBlock))]
[JsonSerializable(typeof(ClaudeCompactionBlock))]
[JsonSerializable(typeof(ClaudeBase64Source))]
[JsonSerializable(typeof(ClaudeTextSource))]
[JsonSerializable(typeof(ClaudeContentSource))]
[JsonSerializable(typeof(ClaudeCharLocationCitation))]
[JsonSerializable(typeof(ClaudePageLocationCitation))]
[JsonSerializable(typeof(ClaudeContentBlockLocationCitation))]
[JsonSerializable(typeof(ClaudeSearchResultLocationCitation))]
[JsonSerializable(typeof(ClaudeTool))]
[JsonSerializable(typeof(ClaudeComputerTool))]
[JsonSerializable(typeof(ClaudeBashTool))]
[JsonSerializable(typeof(ClaudeTextEditorTool))]
[JsonSerializable(typeof(ClaudeMemoryTool))]
[JsonSerializable(typeof(ClaudeToolSearchTool))]
[JsonSerializable(typeof(ClaudeClearToolUsesEdit))]
[JsonSerializable(typeof(ClaudeClearThinkingEdit))]
[JsonSerializable(typeof(ClaudeCompactEdit))]
[JsonSerializable(typeof(ClaudeMessageStartEvent))]
[JsonSerializable(typeof(ClaudeContentBlockStartEvent))]
[JsonSerializable(typeof(ClaudeContentBlockDeltaEvent))]
[JsonSerializable(typeof(ClaudeContentBlockStopEvent))]
[JsonSerializable(typeof(ClaudeMessageDeltaEvent))]
[JsonSerializable(typeof(ClaudeMessageStopEvent))]
[JsonSerializable(typeof(ClaudePingEvent))]
[JsonSerializable(typeof(ClaudeErrorEvent))]
[JsonSerializable(typeof(ClaudeTextDelta))]
[JsonSerializable(typeof(ClaudeInputJsonDelta))]
[JsonSerializable(typeof(ClaudeThinkingDelta))]
[JsonSerializable(typeof(ClaudeSignatureDelta))]
[JsonSerializable(typeof(ClaudeCitationsDelta))]
[JsonSerializable(typeof(ClaudeCompactionDelta))]
internal sealed partial class ClaudeJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Claude type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeListConverter<T>() : ListConverter<T>(ClaudeJsonContext.Default);

/// <summary>Reads and writes an object member of a Claude type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeObjectConverter<T>() : ObjectConverter<T>(ClaudeJsonContext.Default)
    where T : class;
