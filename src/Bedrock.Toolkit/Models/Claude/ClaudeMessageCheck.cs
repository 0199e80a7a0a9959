namespace Bedrock.Toolkit.Models;

/// <summary>The part of the request check that looks at the conversation. Stateless and thread-safe.</summary>
/// <remarks>A fault is a path relative to what was looked at, and the rule; the callers put the path before it together, so that a good request costs
/// nothing.</remarks>
internal static class ClaudeMessageCheck
{
    /// <summary>The first fault, or null.</summary>
    public static string? FaultOf(ClaudeRequest request)
    {
        if (request.Messages is not { Count: > 0 } messages)
        {
            return "Messages must not be empty.";
        }

        bool cites = false;
        for (int i = 0; i < messages.Count; i++)
        {
            if (FaultOf(messages[i], ref cites) is { } fault)
            {
                return $"Messages[{i}]{fault}";
            }
        }

        return cites && request.OutputConfig?.Format is not null
            ? "OutputConfig.Format and citations (Citations.Enabled of a document or search result) exclude each other."
            : null;
    }

    private static string? FaultOf(ClaudeMessage? message, ref bool cites)
    {
        switch (message)
        {
            case null:
                return " must not be null.";
            case { Role.Value: null }:
                return ".Role has no value: use one of the named values or create it from a string.";
            case { Content: null }:
                return ".Content must not be null.";
            case { OutputConfig.Effort: { Value: null } }:
                return ".OutputConfig.Effort has no value: use one of the named values or create it from a string.";
        }

        bool isUser = message.Role == ClaudeRole.User;
        if (message.Content.StringForm is { } text)
        {
            return isUser && string.IsNullOrWhiteSpace(text) ? ".Content must not be blank in a user message." : null;
        }

        return isUser && message.Content.Count == 0
            ? ".Content must not be empty in a user message."
            : FaultOf(message.Content, isUser, ref cites);
    }

    private static string? FaultOf(IList<ClaudeContentBlock> blocks, bool isUser, ref bool cites)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            if (FaultOf(blocks[i], isUser, ref cites) is { } fault)
            {
                return $".Content[{i}]{fault}";
            }
        }

        return null;
    }

    private static string? FaultOf(ClaudeContentBlock? block, bool isUser, ref bool cites)
    {
        switch (block)
        {
            case null:
                return " must not be null.";
            case ClaudeTextBlock text when isUser && string.IsNullOrWhiteSpace(text.Text):
                return ".Text must not be blank in a user message.";
            case ClaudeImageBlock image:
                return FaultOf(image.Source, ref cites);
            case ClaudeDocumentBlock document:
                cites |= document.Citations?.Enabled == true;
                return FaultOf(document.Source, ref cites);
            case ClaudeSearchResultBlock result:
                cites |= result.Citations?.Enabled == true;
                return FaultOf(result.Content, isUser: false, ref cites);
            case ClaudeToolResultBlock result when string.IsNullOrWhiteSpace(result.ToolUseId):
                return ".ToolUseId must not be blank.";
            case ClaudeToolResultBlock { Content: { StringForm: null } content }:
                return FaultOf(content, isUser: false, ref cites);
            case ClaudeThinkingBlock { Signature: "" }:
                return ".Signature must not be empty: leave the block out, as ClaudeRequestBuilder.Assistant(response) does.";
            case ClaudeToolUseBlock use when string.IsNullOrWhiteSpace(use.Name):
                return ".Name must not be blank.";
            case ClaudeToolUseBlock use when string.IsNullOrWhiteSpace(use.Id):
                return ".Id must not be blank.";
            case ClaudeToolUseBlock { Input.ValueKind: not System.Text.Json.JsonValueKind.Object }:
                return ".Input must be a JSON object; a call that a stream cut short has the raw text there.";
            default:
                return null;
        }
    }

    private static string? FaultOf(ClaudeSource? source, ref bool cites)
    {
        switch (source)
        {
            case null:
                return ".Source must not be null.";
            case ClaudeBase64Source { Data.IsEmpty: true }:
            case ClaudeTextSource { Data.Length: 0 }:
                return ".Source.Data must not be empty.";
            case ClaudeBase64Source bytes when string.IsNullOrWhiteSpace(bytes.MediaType):
                return ".Source.MediaType must not be blank.";
            case ClaudeContentSource { Content: { StringForm: null, Count: 0 } } or ClaudeContentSource { Content.StringForm: "" }:
                return ".Source.Content must not be empty.";
            case ClaudeContentSource { Content: { StringForm: null } content }:
                return FaultOf(content, isUser: false, ref cites) is { } fault ? $".Source{fault}" : null;
            default:
                return null;
        }
    }
}
