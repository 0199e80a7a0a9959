namespace Bedrock.Toolkit.Models;

/// <summary>The part of the request check that looks at the conversation. Stateless and thread-safe.</summary>
/// <remarks>A fault is a path relative to what was looked at, and the rule; the callers put the path before it together, so that a good request costs
/// nothing.</remarks>
internal static class NovaContentCheck
{
    /// <summary>The first fault of the conversation, or null.</summary>
    public static string? FaultOfMessages(IList<NovaMessage>? messages, ModelRules rules, ref int cachePoints)
    {
        if (messages is not { Count: > 0 })
        {
            return "Messages must not be empty.";
        }

        for (int i = 0; i < messages.Count; i++)
        {
            switch (messages[i])
            {
                case null:
                    return $"Messages[{i}] must not be null.";
                case { Role.Value: null }:
                    return $"Messages[{i}].Role has no value: use one of the named values or create it from a string.";
                case { Content: null }:
                    return $"Messages[{i}].Content must not be null.";
                case { Content.Count: 0 }:
                    return $"Messages[{i}].Content must not be empty.";
                case { } first when i == 0 && rules.BeginsWithUser && first.Role == NovaRole.Assistant:
                    return "Messages[0].Role must be 'user': a conversation begins with the user.";
                case { } next when i > 0 && rules.RolesAlternate && next.Role == messages[i - 1].Role:
                    return $"Messages[{i}].Role is '{next.Role}' like that of the message before it: roles take turns, so put the contents into one message.";
                case { } message when FaultOfRules(message, rules) is { } fault:
                    return $"Messages[{i}].Content{fault}";
                case { } message when FaultOf(message.Content, string.Empty, message.Role == NovaRole.User, ref cachePoints) is { } fault:
                    return $"Messages[{i}].Content{fault}";
            }
        }

        return null;
    }

    /// <summary>The first fault of a list of blocks, or null.</summary>
    public static string? FaultOf(IList<NovaContentBlock> blocks, string path, bool isUser, ref int cachePoints)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            if (FaultOf(blocks[i], isUser, ref cachePoints) is { } fault)
            {
                return $"{path}[{i}]{fault}";
            }
        }

        return null;
    }

    private static string? FaultOf(NovaContentBlock? block, bool isUser, ref int cachePoints)
    {
        cachePoints += block is NovaCachePointBlock or NovaTextBlock { CachePoint: not null } ? 1 : 0;
        return block switch
        {
            null => " must not be null.",
            NovaTextBlock text => isUser && string.IsNullOrWhiteSpace(text.Text) ? ".Text must not be blank." : null,
            NovaImageBlock { Image: var image } => FaultOf(image?.Format?.Value, image?.Source, ".Image"),
            NovaVideoBlock { Video: var video } => FaultOf(video?.Format?.Value, video?.Source, ".Video"),
            NovaAudioBlock { Audio: var audio } => FaultOf(audio?.Format?.Value, audio?.Source, ".Audio"),
            NovaDocumentBlock { Document: var document } => string.IsNullOrWhiteSpace(document?.Name)
                ? ".Document.Name must not be blank."
                : FaultOf(document.Source, ".Document"),
            NovaToolUseBlock { ToolUse: var use } => FaultOf(use),
            NovaToolResultBlock { ToolResult: var result } => FaultOf(result, ref cachePoints),
            NovaJsonBlock { Json.ValueKind: not System.Text.Json.JsonValueKind.Object } => ".Json must be a JSON object: put the value into a member of one.",
            NovaReasoningBlock { ReasoningContent: null } => ".ReasoningContent must not be null.",
            NovaCachePointBlock { CachePoint: null } => ".CachePoint must not be null.",
            NovaGuardContentBlock { GuardContent: null } => ".GuardContent must not be null.",
            _ => null,
        };
    }

    private static string? FaultOf(NovaToolUse? use) =>
        string.IsNullOrWhiteSpace(use?.ToolUseId) ? ".ToolUse.ToolUseId must not be blank."
        : string.IsNullOrWhiteSpace(use.Name) ? ".ToolUse.Name must not be blank."
        : use.Input.ValueKind != System.Text.Json.JsonValueKind.Object
            ? ".ToolUse.Input must be a JSON object; a call that a stream cut short has the raw text there."
        : null;

    // What a model takes of what went back to it.
    private static string? FaultOfRules(NovaMessage message, ModelRules rules)
    {
        for (int i = 0; i < message.Content.Count; i++)
        {
            switch (message.Content[i])
            {
                case NovaReasoningBlock { ReasoningContent: not null } when rules.Reasoning == ReplayedReasoning.None:
                    return $"[{i}].ReasoningContent must not go back: {rules.Line} takes no reasoning of earlier turns.";
                case NovaToolResultBlock { ToolResult.Content: { } parts } when rules.ToolResultMedia is { } taken:
                    int at = parts.ToList().FindIndex(part => (MediaOf(part) & ~taken) != 0);
                    if (at >= 0)
                    {
                        return $"[{i}].ToolResult.Content[{at}] must not be of kind {MediaOf(parts[at])}: {rules.Line} takes none in the result of a tool.";
                    }

                    break;
            }
        }

        return null;
    }

    private static ModelModalities MediaOf(NovaContentBlock part) => part switch
    {
        NovaImageBlock => ModelModalities.Image,
        NovaDocumentBlock => ModelModalities.Document,
        NovaVideoBlock => ModelModalities.Video,
        _ => ModelModalities.None,
    };

    private static string? FaultOf(NovaToolResult? result, ref int cachePoints)
    {
        if (string.IsNullOrWhiteSpace(result?.ToolUseId))
        {
            return ".ToolResult.ToolUseId must not be blank.";
        }

        return result.Status is { Value: null }
            ? ".ToolResult.Status has no value: use one of the named values or create it from a string."
            : FaultOf(result.Content, ".ToolResult.Content", isUser: false, ref cachePoints);
    }

    private static string? FaultOf(string? format, NovaMediaSource? source, string path) =>
        string.IsNullOrWhiteSpace(format) ? $"{path}.Format must not be blank." : FaultOf(source, path);

    private static string? FaultOf(NovaMediaSource? source, string path)
    {
        switch (source)
        {
            case null:
                return $"{path}.Source must not be null.";
            case { Bytes: not null, S3Location: not null }:
                return $"{path}.Source.Bytes and Source.S3Location exclude each other: set one of them.";
            case { Bytes: { IsEmpty: true } }:
                return $"{path}.Source.Bytes must not be empty.";
            case { S3Location: { } location } when string.IsNullOrWhiteSpace(location.Uri):
                return $"{path}.Source.S3Location.Uri must not be blank.";
            case { Bytes: null, S3Location: null, AdditionalProperties: null or { Count: 0 } }:
                return $"{path}.Source needs Bytes or S3Location.";
            default:
                return null;
        }
    }
}
