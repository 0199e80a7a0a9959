using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// InvokeGuardrailChecks: a category of harmful content scores 0.9 when its name stands in the texts (<c>hate</c>, <c>violence</c>, …); the attacks
/// are <c>ignore all previous instructions</c>, <c>new instructions:</c> and <c>your system prompt</c>; of sensitive information it finds e-mail
/// addresses and card numbers of 13 to 16 digits.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html
/// </summary>
internal sealed class SimulatedGuardrailChecks : ISimulatedOperation
{
    public const string Operation = "InvokeGuardrailChecks";

    private const double Severe = 0.9;
    private const double Sure = 0.99;
    private const int CharactersOfAUnit = 1000;

    public IReadOnlyList<OperationTemplate> Templates { get; } = [new(Operation, "POST", "/guardrail-checks/invoke")];

    public Answer Answer(OperationCall call)
    {
        InvokeGuardrailChecksRequest request = SimulatedBody.Read<InvokeGuardrailChecksRequest>(call);
        if (request.Messages.Count == 0 || request.Messages.Any(message => message.Content.Count == 0))
        {
            throw ServiceFailure.Validation("Value at 'messages' failed to satisfy constraint: Member must have length greater than or equal to 1");
        }

        string text = string.Join('\n', request.Messages.SelectMany(message => message.Content).OfType<GuardrailChecksText>().Select(content => content.Text));
        int units = Math.Max(1, (text.Length + CharactersOfAUnit - 1) / CharactersOfAUnit);
        GuardrailChecksConfig checks = request.Checks;
        return SimulatedBody.Write(new InvokeGuardrailChecksResponse
        {
            Results = new()
            {
                ContentFilter = checks.ContentFilter is { } content ? new() { Results = [.. content.Categories.Select(c => Measure(c.Category, text))] } : null,
                PromptAttack = checks.PromptAttack is { } attack ? new() { Results = [.. attack.Categories.Select(c => Measure(c.Category, text))] } : null,
                SensitiveInformation = checks.SensitiveInformation is { } sensitive ? Find(request.Messages, [.. sensitive.Entities.Select(e => e.Type.Value)])
                    : null,
            },
            Usage = new()
            {
                ContentFilter = checks.ContentFilter is null ? null : new() { TextUnits = units },
                PromptAttack = checks.PromptAttack is null ? null : new() { TextUnits = units },
                SensitiveInformation = checks.SensitiveInformation is null ? null : new() { TextUnits = units },
            },
        });
    }

    private static GuardrailChecksContentFilterResultEntry Measure(GuardrailChecksContentFilterCategory category, string text) =>
        new() { Category = category, SeverityScore = GuardrailText.Word(text, category.Value) is null ? 0 : Severe };

    private static GuardrailChecksPromptAttackResultEntry Measure(GuardrailChecksPromptAttackCategory category, string text)
    {
        string? words = category.Value switch
        {
            "JAILBREAK" => "ignore all previous instructions",
            "PROMPT_INJECTION" => "new instructions:",
            "PROMPT_LEAKAGE" => "your system prompt",
            _ => null,
        };
        return new() { Category = category, SeverityScore = words is null || GuardrailText.Word(text, words) is null ? 0 : Severe };
    }

    private static GuardrailChecksSensitiveInformationResult Find(IList<GuardrailChecksMessage> messages, HashSet<string> types)
    {
        List<GuardrailChecksSensitiveInformationResultEntry> found = [];
        for (int i = 0; i < messages.Count; i++)
        {
            for (int k = 0; k < messages[i].Content.Count; k++)
            {
                string text = (messages[i].Content[k] as GuardrailChecksText)?.Text ?? string.Empty;
                foreach ((string type, System.Text.RegularExpressions.Match match) in GuardrailText.PersonalInformation(text)
                    .Where(piece => types.Contains(piece.Type)))
                {
                    found.Add(new() { Type = type, ConfidenceScore = Sure, BeginOffset = match.Index, EndOffset = match.Index + match.Length, MessageIndex = i,
                        ContentIndex = k });
                }
            }
        }

        return new() { Results = found, Truncated = false };
    }
}
