using System.CommandLine;
using Bedrock.Toolkit.ControlPlane.Governance;

namespace Bedrock.Toolkit.CommandLine;

/// <summary><c>bedrock policy</c>: the least IAM policy for a use of Bedrock. Asks nobody.</summary>
internal static class PolicyCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var use = new Argument<BedrockUse>(
            "use") { Description = "What the role is to do: chat, invoke, asyncInvoke, countTokens, guardrail, batch, batchRole, retrieve, …" };
        var model = new Argument<string?>("model") { Description = "The id as it is called: a model, a profile or an ARN.", Arity = ArgumentArity.ZeroOrOne };
        var region = new Option<string>("--region") { Description = "The Region that is called.", DefaultValueFactory = _ => "us-east-1" };
        var account = new Option<string>("--account") { Description = "The account, twelve digits.", DefaultValueFactory = _ => "*" };
        var destinations = new Option<string[]>("--destination") { Description = "A Region that the profile sends to; several are allowed." };
        var models = new Option<string[]>("--behind") { Description = "A model behind an application profile, prompt or router; several are allowed." };
        var guardrail = new Option<string?>("--guardrail") { Description = "The guardrail of the calls." };
        var byKey = new Option<bool>("--with-api-key") { Description = "Calls are made with an API key." };
        var role = new Option<string?>("--job-role") { Description = "The ARN of the role that a batch job runs as." };
        var input = new Option<string?>("--input") { Description = "What a batch job reads: s3://bucket/folder/" };
        var result = new Option<string?>("--output") { Description = "Where a batch job writes: s3://bucket/folder/" };
        var knowledgeBase = new Option<string?>("--knowledge-base") { Description = "The id of the knowledge base." };
        var command = new Command("policy", "Prints the least IAM policy for a use of Bedrock, and the trust policy of a job's role.")
        {
            use, model, region, account, destinations, models, guardrail, byKey, role, input, result, knowledgeBase,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var scope = new AccessScope(parsed.GetValue(region)!)
            {
                AccountId = parsed.GetValue(account)!,
                DestinationRegions = parsed.GetValue(destinations) ?? [],
                Models = parsed.GetValue(models) ?? [],
                GuardrailId = parsed.GetValue(guardrail),
                UsesApiKey = parsed.GetValue(byKey),
                JobRoleArn = parsed.GetValue(role),
                InputS3Uri = parsed.GetValue(input),
                OutputS3Uri = parsed.GetValue(result),
                KnowledgeBaseId = parsed.GetValue(knowledgeBase),
            };
            RequiredAccess access = parsed.GetValue(model) is { } id ? RequiredAccess.For(parsed.GetValue(use), scope, id)
                : RequiredAccess.For(parsed.GetValue(use), scope);
            await output.WriteLineAsync(access.ToPolicyJson().AsMemory(), cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(use) == BedrockUse.BatchRole)
            {
                await output.WriteLineAsync(access.ToTrustPolicyJson().AsMemory(), cancellationToken).ConfigureAwait(false);
            }

            foreach (string gap in access.Gaps)
            {
                await errors.WriteLineAsync($"not known: {gap}".AsMemory(), cancellationToken).ConfigureAwait(false);
            }

            return 0;
        });
        return command;
    }
}
