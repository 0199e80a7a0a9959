using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>An answer in Chat Completions on its way back: what the service would never take is left out or mended. Stateless and thread-safe.</summary>
internal static class ChatCompletionReplay
{
    /// <summary>The turn as it goes back; null when nothing is left of it.</summary>
    /// <param name="answer">The turn, which is changed.</param>
    public static ChatCompletionMessage? Turn(ChatCompletionMessage answer)
    {
        foreach (ChatCompletionToolCall call in answer.ToolCalls?.Where(static call => call is { Type: "function" or null }) ?? [])
        {
            call.Id = ToolAliases.Id(call.Id ?? string.Empty);
            call.Function ??= new ChatCompletionFunctionCall();
            call.Function.Name = ToolAliases.Name(call.Function.Name ?? string.Empty);
            call.Function.Arguments = IsObject(call.Function.Arguments) ? call.Function.Arguments : "{}";
        }

        bool hasCalls = answer.ToolCalls is { Count: > 0 };
        if (hasCalls && IsBlank(answer.Content))
        {
            answer.Content = null;
        }

        return hasCalls || answer.Refusal is not null || !IsBlank(answer.Content) ? answer : null;
    }

    private static bool IsBlank(ChatCompletionContent? content) => content switch
    {
        null => true,
        { StringForm: { } text } => string.IsNullOrWhiteSpace(text),
        _ => content.All(static part => part is ChatCompletionTextPart { Text: var text } && string.IsNullOrWhiteSpace(text)),
    };

    private static bool IsObject(string? arguments)
    {
        try
        {
            return arguments is not null && RawJson.Parse(arguments).ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
