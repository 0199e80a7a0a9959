namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns are left to it. Stateless and thread-safe.</summary>
internal static class CommandRRequestCheck
{
    public static void Check(CommandRRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOf(request));
    }

    private static string? FaultOf(CommandRRequest request)
    {
        switch (request)
        {
            case { ToolResults.Count: > 0, Tools: null or { Count: 0 } }:
                return "ToolResults needs Tools: send the tools of the turn before again.";
            case { Message: null }:
                return "Message must not be null.";
            case { Message: var message, ToolResults: null or { Count: 0 } } when string.IsNullOrWhiteSpace(message):
                return "Message must not be blank.";
            case { MaxTokens: < 1 }:
                return "MaxTokens must be at least 1.";
            case { PromptTruncation: { Value: null } }:
                return "PromptTruncation has no value: use one of the named values or create it from a string.";
        }

        return FamilyChecks.FaultOfNumbers(
            ("Temperature", request.Temperature),
            ("P", request.P),
            ("K", request.K),
            ("FrequencyPenalty", request.FrequencyPenalty),
            ("PresencePenalty", request.PresencePenalty))
            ?? (request.StopSequences?.Contains(null!) == true ? "StopSequences must not hold null." : FaultOfLists(request));
    }

    private static string? FaultOfLists(CommandRRequest request) =>
        FamilyChecks.FaultOfEach(request.ChatHistory, "ChatHistory",
            static turn => turn is { Role.Value: not null, Message: not null } ? null : " needs Role and Message.")
        ?? FamilyChecks.FaultOfEach(request.Tools, "Tools", static tool => string.IsNullOrWhiteSpace(tool?.Name) ? ".Name must not be blank." : null)
        ?? FamilyChecks.FaultOfEach(request.ToolResults, "ToolResults",
            static result => string.IsNullOrWhiteSpace(result?.Call?.Name) ? ".Call.Name must not be blank."
                : result.Call.Parameters is { ValueKind: not JsonValueKind.Object } ? ".Call.Parameters must be a JSON object, or null."
                : FamilyChecks.FaultOfEach(result.Outputs, ".Outputs", static output => output.ValueKind == JsonValueKind.Object ? null
                    : " must be a JSON object: put the value into a member of one."));
}
