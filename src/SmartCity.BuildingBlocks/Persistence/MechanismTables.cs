using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Idempotency;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.BuildingBlocks.Persistence;

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages").HasKey(message => message.Sequence);
        builder.Property(message => message.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(message => message.Id).IsUnique();
        builder.HasIndex(message => new
        {
            message.State,
            message.NextAttemptAt,
            message.Sequence,
        });
        builder.HasIndex(message => new { message.Aggregate, message.State });
        builder.Property(message => message.Payload).HasMaxLength(1 << 20);
        builder.Property(message => message.LastFault).HasMaxLength(2000);
    }
}

internal sealed class InboxMessageTable : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("inbox_messages").HasKey(message => new { message.MessageId, message.Handler });
        builder.HasIndex(message => new { message.Outcome, message.HandledAt });
        builder.Property(message => message.Reasons).HasMaxLength(2000);
    }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries").HasKey(entry => entry.Id);
        builder
            .HasIndex(entry => new
            {
                entry.ObjectType,
                entry.ObjectId,
                entry.Number,
            })
            .IsUnique();
        // The list of all entries reads by time.
        builder.HasIndex(entry => new { entry.At, entry.Id });
        // The sequencer looks for what is not marked yet; an index of those alone stays small for ever.
        builder
            .HasIndex(entry => new
            {
                entry.Number,
                entry.At,
                entry.Id,
            })
            .HasFilter("sequenced_at IS NULL");
        builder.Property(entry => entry.ObjectType).HasMaxLength(64);
        builder.Property(entry => entry.ObjectId).HasMaxLength(100);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.Property(entry => entry.Salt).HasMaxLength(64);
        builder.Property(entry => entry.Leaf).HasMaxLength(2000);
        builder.Property(entry => entry.Content).HasMaxLength(1 << 20);
    }
}

internal sealed class AcceptedRequestTable : IEntityTypeConfiguration<AcceptedRequest>
{
    public void Configure(EntityTypeBuilder<AcceptedRequest> builder)
    {
        builder.ToTable("accepted_requests").HasKey(request => new { request.Account, request.Key });
        builder.HasIndex(request => request.AcceptedAt);
        builder.Property(request => request.Key).HasMaxLength(100);
        builder.Property(request => request.RequestHash).HasMaxLength(64);
    }
}

internal sealed class JobHeartbeatTable : IEntityTypeConfiguration<JobHeartbeat>
{
    public void Configure(EntityTypeBuilder<JobHeartbeat> builder)
    {
        builder.ToTable("job_heartbeats").HasKey(heartbeat => heartbeat.Name);
        builder.Property(heartbeat => heartbeat.LastFault).HasMaxLength(2000);
    }
}
