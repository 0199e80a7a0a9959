using Bedrock.Toolkit.AsyncInvoke;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bedrock.Toolkit;

/// <summary>Whether Bedrock can be reached and knows who calls. One signed call that asks no model: it costs no tokens. Thread-safe.</summary>
/// <remarks>
/// It lists asynchronous invocations, at most one. A refusal for lack of that permission is a good sign: the service was reached, and took the identity.
/// Whether a model may be called is not asked.
/// </remarks>
/// <param name="client">The client.</param>
public sealed class BedrockHealthCheck(IBedrockClient client) : IHealthCheck
{
    private static readonly InvokeOptions OneAttempt = new() { MaxAttempts = 1 };

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await client.ListAsyncInvokesPageAsync(new ListAsyncInvokesRequest { MaxResults = 1 }, OneAttempt, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("Bedrock was reached, and the identity was taken.");
        }
        catch (BedrockAccessDeniedException)
        {
            return HealthCheckResult.Healthy("Bedrock was reached, and the identity was taken; it may not list asynchronous invocations.");
        }
        catch (BedrockThrottlingException)
        {
            return HealthCheckResult.Degraded("Bedrock was reached, and throttles this account.");
        }
        catch (BedrockException e)
        {
            // Messages of the service are written for developers; a health page may be public.
            string description = e switch
            {
                BedrockConfigurationException => "The settings of the client are wrong or incomplete.",
                BedrockAuthenticationException => "No identity was found, or Bedrock refused it.",
                BedrockTimeoutException => "Bedrock did not answer in time.",
                BedrockConnectionException => "Bedrock could not be reached.",
                _ => $"The call failed: {e.GetType().Name}.",
            };
            return new HealthCheckResult(context.Registration.FailureStatus, description, e);
        }
    }
}
