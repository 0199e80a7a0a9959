using Bedrock.Toolkit.Agents.S3Vectors;

namespace Bedrock.Toolkit.VectorData;

/// <summary>What can be done with an index by its name alone.</summary>
internal static class S3VectorIndex
{
    public static Task<bool> ExistsAsync(S3VectorsClient client, string bucket, string index, CancellationToken cancellationToken) => S3VectorFault.TellAsync(
        async () =>
        {
            try
            {
                await client.GetIndexAsync(new GetIndexRequest { VectorBucketName = bucket, IndexName = index }, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (BedrockServiceException e) when (e.ErrorCode == BedrockErrorCode.NotFound)
            {
                return false;
            }
        },
        "GetIndex", bucket, index);

    public static Task DeleteAsync(S3VectorsClient client, string bucket, string index, CancellationToken cancellationToken) => S3VectorFault.TellAsync(
        async () =>
        {
            try
            {
                await client.DeleteIndexAsync(new DeleteIndexRequest { VectorBucketName = bucket, IndexName = index }, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (BedrockServiceException e) when (e.ErrorCode == BedrockErrorCode.NotFound)
            {
                // It is gone already, which is what was wanted.
                return false;
            }
        },
        "DeleteIndex", bucket, index);
}
