using System.Runtime.CompilerServices;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Harbour;

/// <summary>The code under test: answers questions about the tide. It knows the client and nothing of tests.</summary>
public sealed class TideTable(IBedrockClient bedrock, Func<string, string> lookUp)
{
    public const string Refusal = "The harbour office does not answer that.";

    /// <summary>Answers a question; the model may look the tide of a day up.</summary>
    public async Task<string> AskAsync(string question, CancellationToken cancellationToken = default)
    {
        RunnableTool tide = RunnableTool.Create("tide", "The times of high water on a day.", (string day) => lookUp(day));
        ToolLoopResult result = await bedrock.ConverseWithToolsAsync(NovaModels.Lite, question, [tide], cancellationToken: cancellationToken);
        return result.Response.StopReason == StopReason.GuardrailIntervened ? Refusal : result.Response.Text;
    }

    /// <summary>Tells a story, piece by piece. A story that breaks off says so.</summary>
    public async IAsyncEnumerable<string> TellAsync(string subject, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using IAsyncEnumerator<ConverseStreamEvent> events =
            bedrock.ConverseStreamAsync(NovaModels.Lite, $"Tell a story about {subject}.", cancellationToken).GetAsyncEnumerator(cancellationToken);
        bool isBroken = false;
        while (!isBroken)
        {
            string? piece = null;
            try
            {
                if (!await events.MoveNextAsync())
                {
                    yield break;
                }

                piece = events.Current.Text;
            }
            catch (BedrockIncompleteStreamException)
            {
                isBroken = true;
            }

            if (isBroken || piece is { Length: > 0 })
            {
                yield return isBroken ? " (the line broke)" : piece!;
            }
        }
    }
}
