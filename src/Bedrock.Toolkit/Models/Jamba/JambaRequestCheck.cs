namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns are left to it. Stateless and thread-safe.</summary>
internal static class JambaRequestCheck
{
    public static void Check(JambaRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((FaultOfSettings(request) ?? FaultOfMessages(request.Messages) ?? FaultOfLists(request)) is { } fault)
        {
            throw new ArgumentException(fault, nameof(request));
        }
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

        foreach ((string member, double? value) in (ReadOnlySpan<(string, double?)>)
        [
            ("Temperature", request.Temperature),
            ("TopP", request.TopP),
            ("FrequencyPenalty", request.FrequencyPenalty),
            ("PresencePenalty", request.PresencePenalty),
        ])
        {
            if (value is { } number && !double.IsFinite(number))
            {
                return $"{member} must be a finite number.";
            }
        }

        return null;
    }

    private static string? FaultOfMessages(IList<JambaMessage>? messages)
    {
        if (messages is not { Count: > 0 })
        {
            return "Messages must not be empty.";
        }

        bool hasTurn = false;
        for (int i = 0; i < messages.Count; i++)
        {
            switch (messages[i])
            {
                case null:
                    return $"Messages[{i}] must not be null.";
                case not { Role.Value: not null }:
                    return $"Messages[{i}].Role must be set.";
                case { } message when message.Role == JambaRole.User && string.IsNullOrWhiteSpace(message.Content):
                    return $"Messages[{i}].Content must not be blank in a user message.";
                case { } message when message.Role == JambaRole.Tool && string.IsNullOrWhiteSpace(message.ToolCallId):
                    return $"Messages[{i}].ToolCallId must not be blank in a tool message.";
                case { } message:
                    hasTurn |= message.Role == JambaRole.User || message.Role == JambaRole.Assistant;
                    break;
            }
        }

        return hasTurn ? null : "Messages needs at least one message of the user or the assistant.";
    }

    private static string? FaultOfLists(JambaRequest request)
    {
        for (int i = 0; i < (request.Tools?.Count ?? 0); i++)
        {
            if (string.IsNullOrWhiteSpace(request.Tools![i]?.Function?.Name))
            {
                return $"Tools[{i}].Function.Name must not be blank.";
            }
        }

        for (int i = 0; i < (request.Documents?.Count ?? 0); i++)
        {
            if (string.IsNullOrWhiteSpace(request.Documents![i]?.Content))
            {
                return $"Documents[{i}].Content must not be blank.";
            }
        }

        return null;
    }
}
