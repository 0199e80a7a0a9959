using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// ApplyGuardrail with the rules of <see cref="GuardrailRules"/>.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
/// </summary>
internal sealed class SimulatedGuardrail : ISimulatedOperation
{
    public const string Operation = "ApplyGuardrail";

    private const string BlockedText = "The simulated guardrail does not let this pass.";
    private const int Latency = 20;

    public IReadOnlyList<OperationTemplate> Templates { get; } =
        [new(Operation, "POST", "/guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply")];

    public Answer Answer(OperationCall call)
    {
        ApplyGuardrailRequest request = SimulatedBody.Read<ApplyGuardrailRequest>(call);
        string version = call.Route.Labels["guardrailVersion"];
        if (version != "DRAFT" && !(version.Length <= 8 && version.All(char.IsAsciiDigit) && version[0] != '0'))
        {
            throw ServiceFailure.Validation("The guardrail version is neither a number nor DRAFT.");
        }

        if (request.Source != GuardrailContentSource.Input && request.Source != GuardrailContentSource.Output)
        {
            throw ServiceFailure.Validation("Value at 'source' failed to satisfy constraint: Member must satisfy enum value set: [INPUT, OUTPUT]");
        }

        return SimulatedBody.Write(Respond(request, call.Route.Labels["guardrailIdentifier"], version));
    }

    private static ApplyGuardrailResponse Respond(ApplyGuardrailRequest request, string id, string version)
    {
        bool isOutput = request.Source == GuardrailContentSource.Output;
        List<GuardrailTextBlock> texts = [.. request.Content.OfType<GuardrailTextContent>().Select(content => content.Text)];
        List<GuardrailTextBlock> guarded = [.. texts.Where(IsGuarded)];
        string? source = Joined(texts, GuardrailContentQualifier.GroundingSource);
        var rules = new GuardrailRules(isOutput, tellsAll: request.OutputScope == GuardrailOutputScope.Full);
        GuardrailAssessment assessment = rules.Assess([.. guarded.Select(text => text.Text)], source, Joined(texts, GuardrailContentQualifier.Query));
        int characters = guarded.Sum(text => text.Text.Length);
        int images = request.Content.Count(content => content is GuardrailImageContent);
        var coverage = new GuardrailCoverage
        {
            TextCharacters = new() { Guarded = characters, Total = texts.Sum(text => text.Text.Length) },
            Images = images == 0 ? null : new() { Guarded = images, Total = images },
        };
        GuardrailUsage usage = GuardrailRules.UsageOf(characters, isOutput, isGrounded: isOutput && source is not null);
        usage.ContentPolicyImageUnits = images;
        assessment.InvocationMetrics = new() { GuardrailProcessingLatency = Latency, Usage = usage, GuardrailCoverage = coverage };
        assessment.AppliedGuardrailDetails = new() { GuardrailId = id, GuardrailVersion = version, GuardrailOrigin = [GuardrailOrigin.Request],
            GuardrailOwnership = GuardrailOwnership.Self };
        bool intervenes = rules.Blocks || rules.Masks;
        return new ApplyGuardrailResponse
        {
            Usage = usage,
            Action = intervenes ? GuardrailAction.GuardrailIntervened : GuardrailAction.None,
            ActionReason = rules.Blocks ? "Guardrail blocked." : rules.Masks ? "Guardrail masked." : "No action.",
            Outputs = rules.Blocks ? [new() { Text = BlockedText }]
                : rules.Masks ? [.. guarded.Select(text => new GuardrailOutputContent { Text = GuardrailRules.Mask(text.Text) })]
                : [],
            Assessments = [assessment],
            GuardrailCoverage = coverage,
        };
    }

    private static bool IsGuarded(GuardrailTextBlock text) =>
        text.Qualifiers is not { Count: > 0 } qualifiers || qualifiers.Contains(GuardrailContentQualifier.GuardContent);

    private static string? Joined(List<GuardrailTextBlock> texts, GuardrailContentQualifier qualifier)
    {
        List<string> found = [.. texts.Where(text => text.Qualifiers?.Contains(qualifier) == true).Select(text => text.Text)];
        return found.Count == 0 ? null : string.Join('\n', found);
    }
}
