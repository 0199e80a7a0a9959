namespace Bedrock.Toolkit.CountTokens;

/// <summary>Refuses what the service would surely refuse to count.</summary>
internal static class CountTokensRequestCheck
{
    public static void Check(CountTokensRequest request)
    {
        if (request.Input is null)
        {
            throw new ArgumentException("CountTokensRequest.Input is required.", nameof(request));
        }

        if (request.Input is CountTokensInvokeModel { InvokeModel: null or { Body.IsEmpty: true } })
        {
            throw new ArgumentException("CountTokensRequest.Input.InvokeModel.Body is empty.", nameof(request));
        }

        if (request.Input is CountTokensConverse { Converse: null })
        {
            throw new ArgumentException("CountTokensRequest.Input.Converse is required.", nameof(request));
        }
    }
}
