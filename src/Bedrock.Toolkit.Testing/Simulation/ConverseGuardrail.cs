using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>The guardrail of a simulated Converse call, with the rules of <see cref="GuardrailRules"/>.</summary>
internal static class ConverseGuardrail
{
    private const string BlockedText = "The simulated guardrail does not let this pass.";
    private const int Latency = 20;

    /// <summary>Looks at the last turn of the user and at the answer; changes the answer where the rules say so.</summary>
    public static void Apply(ConverseTurn turn, ConverseResponse answer)
    {
        if (turn.Request.GuardrailConfig is not { GuardrailIdentifier: { Length: > 0 } id } config)
        {
            return;
        }

        bool tellsAll = config.Trace == GuardrailTrace.EnabledFull;
        List<ContentBlock> asked = [.. turn.Request.Messages.LastOrDefault(message => message.Role == ConversationRole.User)?.Content ?? []];
        List<GuardrailConverseTextBlock> marked =
            [.. asked.OfType<GuardContent>().Select(block => (block.Content as GuardrailConverseText)?.Text).OfType<GuardrailConverseTextBlock>()];
        List<string> texts = [.. asked.OfType<TextBlock>().Select(block => block.Text)];
        List<string> guarded = marked.Count == 0 ? texts : [.. marked.Where(IsGuarded).Select(block => block.Text)];
        string? source = Joined(marked, GuardrailConverseContentQualifier.GroundingSource);
        int characters = texts.Concat(marked.Select(block => block.Text)).Sum(text => text.Length);

        var inputRules = new GuardrailRules(isOutput: false, tellsAll);
        GuardrailAssessment input = WithMetrics(inputRules.Assess(guarded, null, null), guarded, characters, isOutput: false, isGrounded: false);
        GuardrailAssessment? output = null;
        string? said = null;
        if (inputRules.Blocks)
        {
            Replace(answer);
        }
        else if (answer.Message.Content.OfType<TextBlock>().Any())
        {
            said = answer.Text;
            var outputRules = new GuardrailRules(isOutput: true, tellsAll);
            output = WithMetrics(outputRules.Assess([said], source, Joined(marked, GuardrailConverseContentQualifier.Query)), [said], said.Length,
                isOutput: true, source is not null);
            if (outputRules.Blocks)
            {
                Replace(answer);
            }
            else if (outputRules.Masks)
            {
                Mask(answer);
            }
        }

        if (tellsAll || config.Trace == GuardrailTrace.Enabled)
        {
            answer.Trace = new ConverseTrace
            {
                Guardrail = new GuardrailTraceAssessment
                {
                    ModelOutput = said is null ? null : [said],
                    InputAssessment = new Dictionary<string, GuardrailAssessment> { [id] = input },
                    OutputAssessments = output is null ? null : new Dictionary<string, IList<GuardrailAssessment>> { [id] = [output] },
                },
            };
        }
    }

    private static bool IsGuarded(GuardrailConverseTextBlock block) =>
        block.Qualifiers is not { Count: > 0 } qualifiers || qualifiers.Contains(GuardrailConverseContentQualifier.GuardContent);

    private static string? Joined(List<GuardrailConverseTextBlock> blocks, GuardrailConverseContentQualifier qualifier)
    {
        List<string> found = [.. blocks.Where(block => block.Qualifiers?.Contains(qualifier) == true).Select(block => block.Text)];
        return found.Count == 0 ? null : string.Join('\n', found);
    }

    private static GuardrailAssessment WithMetrics(GuardrailAssessment assessment, List<string> guarded, int total, bool isOutput, bool isGrounded)
    {
        int characters = guarded.Sum(text => text.Length);
        assessment.InvocationMetrics = new()
        {
            GuardrailProcessingLatency = Latency,
            Usage = GuardrailRules.UsageOf(characters, isOutput, isGrounded),
            GuardrailCoverage = new() { TextCharacters = new() { Guarded = characters, Total = total } },
        };
        return assessment;
    }

    private static void Replace(ConverseResponse answer)
    {
        answer.Output = new Message { Role = ConversationRole.Assistant, Content = [BlockedText] };
        answer.StopReason = StopReason.GuardrailIntervened;
    }

    private static void Mask(ConverseResponse answer)
    {
        foreach (TextBlock text in answer.Message.Content.OfType<TextBlock>())
        {
            text.Text = GuardrailRules.Mask(text.Text);
        }

        answer.StopReason = StopReason.GuardrailIntervened;
    }
}
