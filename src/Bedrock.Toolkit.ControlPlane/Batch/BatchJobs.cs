using Amazon.S3;
using Amazon.S3.Model;
using Bedrock.Toolkit.ControlPlane.Jobs;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>Starts the jobs of a run, each of them once whatever happens, and asks how they are.</summary>
internal sealed class BatchJobs(BedrockControlClient control, IAmazonS3 s3, BatchInferenceOptions options, BatchManifest manifest)
{
    private const int MaxFailedQuestions = 10;

    private int _failedQuestions;

    /// <summary>Starts a job, or finds the one that was started before its ARN was known.</summary>
    /// <returns>False when the account has as many jobs as it may have: later.</returns>
    public async Task<bool> StartAsync(ManifestRound round, ManifestJob job, CancellationToken cancellationToken)
    {
        string? arn = job.IsFromBefore ? await FindAsync(job, cancellationToken).ConfigureAwait(false) : null;
        if (arn is null)
        {
            S3Place folder = BatchPlaces.Folder(BatchPlaces.Inputs(options, manifest.Head.Run), round, job);
            await CheckFilesAsync(folder, job, cancellationToken).ConfigureAwait(false);
            CreateModelInvocationJobRequest request = Request(options, manifest.Head, job.Name!, job.Token!, folder);
            try
            {
                arn = (await control.CreateModelInvocationJobAsync(request, cancellationToken).ConfigureAwait(false)).JobArn
                    ?? throw new BedrockProtocolException("The answer holds no jobArn.") { Operation = "CreateModelInvocationJob" };
            }
            catch (BedrockServiceException e) when (e.ErrorCode == BedrockErrorCode.ServiceQuotaExceeded)
            {
                return false;
            }
        }

        manifest.AddStart(round, job, arn);
        return true;
    }

    /// <summary>Asks for a job; null when the question failed in a way that may pass.</summary>
    public async Task<GetModelInvocationJobResponse?> AskAsync(ManifestRound round, ManifestJob job, CancellationToken cancellationToken)
    {
        try
        {
            GetModelInvocationJobResponse answer = await control.GetModelInvocationJobAsync(
                new GetModelInvocationJobRequest { JobIdentifier = job.Arn! }, cancellationToken).ConfigureAwait(false);
            _failedQuestions = 0;
            if (JobKind.IsFinal(JobKind.StateOf(answer.Status?.Value)))
            {
                manifest.AddEnd(round, job, answer.Status!.Value.Value, answer.Message);
            }

            return answer;
        }
        catch (BedrockException e) when (e.IsTransient && ++_failedQuestions <= MaxFailedQuestions)
        {
            // The job goes on whether or not a question about it is answered.
            return null;
        }
    }

    /// <summary>The request that starts a job.</summary>
    public static CreateModelInvocationJobRequest Request(BatchInferenceOptions options, ManifestHead head, string name, string token, S3Place folder) => new()
    {
        JobName = name,
        ClientRequestToken = token,
        RoleArn = options.RoleArn,
        ModelId = head.Model,
        ModelInvocationType = new ModelInvocationType(head.Type),
        InputDataConfig = new ModelInvocationJobInputDataConfigS3InputDataConfig
        {
            S3InputDataConfig = new ModelInvocationJobS3InputDataConfig { S3InputFormat = S3InputFormat.Jsonl, S3Uri = folder.Uri },
        },
        OutputDataConfig = new ModelInvocationJobOutputDataConfigS3OutputDataConfig
        {
            S3OutputDataConfig = new ModelInvocationJobS3OutputDataConfig
            {
                S3Uri = BatchPlaces.Outputs(options, head.Run).Uri,
                S3EncryptionKeyId = options.KmsKeyId,
            },
        },
        TimeoutDurationInHours = options.TimeoutHours,
        Tags = options.Tags is { Count: > 0 } tags ? [.. tags] : null,
        VpcConfig = options.VpcConfig,
    };

    // A call that broke off may have started the job all the same: it runs, and is billed.
    private async Task<string?> FindAsync(ManifestJob job, CancellationToken cancellationToken)
    {
        var request = new ListModelInvocationJobsRequest { NameContains = job.Name };
        await foreach (ModelInvocationJobSummary found in control.ListModelInvocationJobsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (found.JobName == job.Name)
            {
                return found.JobArn;
            }
        }

        return null;
    }

    // The service reads every file of the folder. One of a run that was stopped before the manifest knew of it would be sent twice.
    private async Task CheckFilesAsync(S3Place folder, ManifestJob job, CancellationToken cancellationToken)
    {
        Dictionary<string, long> expected = job.Files.ToDictionary(file => folder.Prefix + file.Name, static file => file.Bytes, StringComparer.Ordinal);
        foreach (S3Object found in await new ObjectReader(s3).ListAsync(folder, cancellationToken).ConfigureAwait(false))
        {
            if (!expected.Remove(found.Key, out long bytes))
            {
                await s3.DeleteObjectAsync(folder.Bucket, found.Key, cancellationToken).ConfigureAwait(false);
            }
            else if (bytes != found.Size)
            {
                throw new InvalidDataException(
                    $"s3://{folder.Bucket}/{found.Key} has {found.Size} bytes, but the manifest says {bytes}: somebody else changed it.");
            }
        }

        if (expected.Count > 0)
        {
            throw new InvalidDataException($"{expected.Count} files of the manifest are missing in {folder.Uri}: somebody else removed them.");
        }
    }
}
