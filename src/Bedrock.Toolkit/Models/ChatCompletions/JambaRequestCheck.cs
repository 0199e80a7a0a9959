namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns are left to it. Stateless and thread-safe.</summary>
internal static class JambaRequestCheck
{
    public static void Check(JambaRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOfSettings(request)
            ?? ChatCompletionMessageCheck.FaultOf(request.Messages)
            ?? FaultOfMessages(request.Messages)
            ?? FaultOfLists(request));
    }

    private static string? FaultOfSettings(JambaRequest request)
    {
        if (request.N < 1)
        {
            return "N must be at least 1.";
        }

        if (request is { N: > 1, Temperature: 0 })
        {
            return "N above 1 needs a Temperature above 0: all answers would be the same.";
        }

        if (request.MaxTokens < 0)
        {
            return "MaxTokens is negative; it must be 0 or more.";
        }

        return FamilyChecks.FaultOfNumbers(
            ("Temperature", request.Temperature),
            ("TopP", request.TopP),
            ("FrequencyPenalty", request.FrequencyPenalty),
            ("PresencePenalty", request.PresencePenalty));
    }

    private static string? FaultOfMessages(IList<ChatCompletionMessage> messages)
    {
        bool hasTurn = false;
        for (int i = 0; i < messages.Count; i++)
        {
            if (ChatCompletionMessageCheck.ForeignMember(messages[i]) is { } member)
            {
                return $"Messages[{i}].{member} is not taken by Jamba.";
            }

            if (messages[i].Content is { StringForm: null })
            {
                return $"Messages[{i}].Content must be one text: Jamba takes no parts.";
            }

            hasTurn |= messages[i].Role == ChatCompletionRole.User || messages[i].Role == ChatCompletionRole.Assistant;
        }

        return hasTurn ? null : "Messages needs at least one message of the user or the assistant.";
    }

    private static string? FaultOfLists(JambaRequest request)
    {
        for (int i = 0; i < (request.Tools?.Count ?? 0); i++)
        {
            ChatCompletionFunction? function = request.Tools![i]?.Function;
            if (string.IsNullOrWhiteSpace(function?.Name))
            {
                return $"Tools[{i}].Function.Name must not be blank.";
            }

            if (function.Strict is not null)
            {
                return $"Tools[{i}].Function.Strict is not taken by Jamba.";
            }
        }

        for (int i = 0; i < (request.Documents?.Count ?? 0); i++)
        {
            if (string.IsNullOrWhiteSpace(request.Documents![i]?.Content))
            {
                return $"Documents[{i}].Content must not be blank.";
            }
        }

        return request.ResponseFormat?.JsonSchema is null ? null : "ResponseFormat.JsonSchema is not taken by Jamba: it follows no schema.";
    }
}
