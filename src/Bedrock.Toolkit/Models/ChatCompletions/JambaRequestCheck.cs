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

    private static string? FaultOfMessages(IList<ChatCompletionMessage> messages) =>
        FamilyChecks.FaultOfEach(messages, "Messages", static message => ChatCompletionMessageCheck.ForeignMember(message!) is { } member
            ? $".{member} is not taken by Jamba."
            : message!.Content is { StringForm: null } ? ".Content must be one text: Jamba takes no parts." : null)
        ?? (messages.Any(static message => message.Role == ChatCompletionRole.User || message.Role == ChatCompletionRole.Assistant)
            ? null
            : "Messages needs at least one message of the user or the assistant.");

    private static string? FaultOfLists(JambaRequest request) =>
        FamilyChecks.FaultOfEach(request.Tools, "Tools", static tool => string.IsNullOrWhiteSpace(tool?.Function?.Name)
            ? ".Function.Name must not be blank."
            : tool.Function.Parameters is { ValueKind: JsonValueKind.Object } schema && !Converse.ConverseToolCheck.IsOfObject(schema)
                ? ".Function.Parameters must be of type object."
            : tool.Function.Strict is null ? null : ".Function.Strict is not taken by Jamba.")
        ?? FamilyChecks.FaultOfEach(request.Documents, "Documents",
            static document => string.IsNullOrWhiteSpace(document?.Content) ? ".Content must not be blank." : null)
        ?? (request.ResponseFormat?.JsonSchema is null ? null : "ResponseFormat.JsonSchema is not taken by Jamba: it follows no schema.");
}
