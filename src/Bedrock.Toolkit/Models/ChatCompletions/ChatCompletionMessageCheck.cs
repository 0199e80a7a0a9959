namespace Bedrock.Toolkit.Models;

/// <summary>The part of the request check that looks at the conversation. Stateless and thread-safe.</summary>
/// <remarks>A fault is a path relative to what was looked at, and the rule; the callers put the path before it together, so that a good request costs
/// nothing.</remarks>
internal static class ChatCompletionMessageCheck
{
    /// <summary>The first fault, or null.</summary>
    public static string? FaultOf(IList<ChatCompletionMessage>? messages) =>
        messages is { Count: > 0 } ? FamilyChecks.FaultOfEach(messages, "Messages", FaultOf) : "Messages must not be empty.";

    /// <summary>The first member that only the common format has, not its dialects; null when there is none.</summary>
    public static string? ForeignMember(ChatCompletionMessage message) =>
        message.Name is not null ? nameof(message.Name)
        : message.Refusal is not null ? nameof(message.Refusal)
        : message.ReasoningContent is not null ? nameof(message.ReasoningContent)
        : message.Reasoning is not null ? nameof(message.Reasoning)
        : null;

    private static string? FaultOf(ChatCompletionMessage? message)
    {
        switch (message)
        {
            case null:
                return " must not be null.";
            case { Role.Value: null }:
                return ".Role has no value: use one of the named values or create it from a string.";
            case { Content: null, ToolCalls: null or { Count: 0 }, Refusal: null }:
                return ".Content must not be null, except where the model asks for tools or refuses.";
            case { ToolCalls: not null } when message.Role != ChatCompletionRole.Assistant:
                return ".ToolCalls belong to a message of the role 'assistant'.";
        }

        if (message.Role == ChatCompletionRole.Tool)
        {
            return string.IsNullOrWhiteSpace(message.ToolCallId)
                ? ".ToolCallId must not be blank in a message of the role 'tool'."
                : FaultOf(message.Content, mayBeBlank: true);
        }

        return FaultOf(message.Content, mayBeBlank: message.Role == ChatCompletionRole.Assistant)
            ?? FamilyChecks.FaultOfEach(message.ToolCalls, ".ToolCalls", FaultOf);
    }

    private static string? FaultOf(ChatCompletionToolCall? call) => call switch
    {
        null => " must not be null.",
        { Id: var id } when string.IsNullOrWhiteSpace(id) => ".Id must not be blank.",
        { Type: "function" or null, Name: var name } when string.IsNullOrWhiteSpace(name) => ".Function.Name must not be blank.",
        _ => null,
    };

    private static string? FaultOf(ChatCompletionContent? content, bool mayBeBlank)
    {
        if (content is null)
        {
            return null;
        }

        if (content.StringForm is { } text)
        {
            return mayBeBlank || !string.IsNullOrWhiteSpace(text) ? null : ".Content must not be blank.";
        }

        if (content.Count == 0)
        {
            return mayBeBlank ? null : ".Content must not be empty.";
        }

        bool isBlank = true;
        for (int i = 0; i < content.Count; i++)
        {
            if (FaultOf(content[i]) is { } fault)
            {
                return $".Content[{i}]{fault}";
            }

            isBlank &= content[i] is ChatCompletionTextPart part && string.IsNullOrWhiteSpace(part.Text);
        }

        return isBlank && !mayBeBlank ? ".Content must not be blank." : null;
    }

    private static string? FaultOf(ChatCompletionContentPart part) => part switch
    {
        ChatCompletionImagePart image when string.IsNullOrWhiteSpace(image.ImageUrl?.Url) => ".ImageUrl.Url must not be blank.",
        ChatCompletionImagePart { ImageUrl.Detail: { Value: null } } =>
            ".ImageUrl.Detail has no value: use one of the named values or create it from a string.",
        ChatCompletionVideoPart video when string.IsNullOrWhiteSpace(video.VideoUrl?.Url) => ".VideoUrl.Url must not be blank.",
        ChatCompletionAudioPart { InputAudio: null or { Data.IsEmpty: true } } => ".InputAudio.Data must not be empty.",
        ChatCompletionAudioPart audio when string.IsNullOrWhiteSpace(audio.InputAudio?.Format) => ".InputAudio.Format must not be blank.",
        ChatCompletionFilePart { File: null or { FileData: null, FileId: null } } => ".File needs FileData or FileId.",
        _ => null,
    };
}
