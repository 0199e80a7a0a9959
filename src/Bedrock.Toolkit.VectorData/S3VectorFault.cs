using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.VectorData;

/// <summary>Turns a failed call into the exception that users of the abstraction look for, with the call's own exception inside.</summary>
internal static class S3VectorFault
{
    public static async Task<T> TellAsync<T>(Func<Task<T>> call, string operation, string bucket, string? index)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (BedrockException e)
        {
            throw new VectorStoreException($"{operation} failed: {e.Message}", e)
            {
                VectorStoreSystemName = S3VectorStore.SystemName,
                VectorStoreName = bucket,
                CollectionName = index,
                OperationName = operation,
            };
        }
    }
}
