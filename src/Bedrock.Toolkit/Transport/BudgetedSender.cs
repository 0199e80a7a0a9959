using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Throttling;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Transport;

/// <summary>The budget around a call: refused when its tenant has spent his, charged when the answer is closed. Thread-safe.</summary>
internal sealed class BudgetedSender(SpendBudget budget, ICallSender inner, ILogger logger) : ICallSender
{
    public ValueTask<OpenAnswer> SendAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, ValueTask> read) =>
        call.IsInference ? SendBudgetedAsync(call, clock, read) : inner.SendAsync(call, clock, read);

    private async ValueTask<OpenAnswer> SendBudgetedAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, ValueTask> read)
    {
        string tenant = RequestFacts.Read(call.Operation, call.Path, call.Headers, call.Body.Bytes.Span).Metadata
            .Find(pair => pair.Key == budget.TenantKey).Value ?? string.Empty;
        SpendAccount account = budget.AccountOf(tenant);
        if (account.Refusal() is { } refusal)
        {
            refusal.AddContext(call.Operation, call.ModelId, null, 0, null);
            throw refusal;
        }

        int input = (int)InputSize.Of(call.Body.Bytes.Span).Tokens(InputSize.TokensPerByte);
        OpenAnswer answer = await inner.SendAsync(call, clock, read).ConfigureAwait(false);
        answer.Spend = new CallSpend(budget, account, new ModelId(call.ModelId!), input, logger);
        return answer;
    }
}
