using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Modules.Security.Domain.Exports;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Modules.Security.Domain.SecondFactors;
using SmartCity.Modules.Security.Domain.Units;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Modules.Security.Infrastructure.SignIn;
using SmartCity.Regulation.Identifiers;
using SmartCity.Regulation.Notices;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Infrastructure;

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units").HasKey(unit => unit.Id);
        builder.Property(unit => unit.Id).ValueGeneratedNever();
        builder.Ignore(unit => unit.Competence);
        builder.Property(unit => unit.Name).HasMaxLength(100);
        builder.Property(unit => unit.ShortName).HasMaxLength(40);
        builder.Property(unit => unit.Jurisdiction).HasMaxLength(6);
        builder.Property(unit => unit.CreditCode).HasMaxLength(CreditCode.Length);
        builder.Property(unit => unit.CreditCodeCertificate).HasMaxLength(200);
        builder.Property(unit => unit.CreditCodeImageSha256).HasMaxLength(64);
        builder.Property(unit => unit.Address).HasMaxLength(200);
        builder.Property(unit => unit.ContactPhone).HasMaxLength(30);
        builder.Property(unit => unit.MergerBasis).HasMaxLength(InputRules.ShortText);
        builder.HasIndex(unit => unit.CreditCode).IsUnique();
        builder.HasIndex(unit => new { unit.Kind, unit.Jurisdiction });
        builder.HasOne<Unit>().WithMany().HasForeignKey(unit => unit.Superior).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(unit => unit.Successor).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(unit => unit.EarlierNames).WithOne().HasForeignKey(EarlierNameTable.Unit);
    }
}

internal sealed class EarlierNameTable : IEntityTypeConfiguration<EarlierName>
{
    public const string Unit = "UnitId";

    public void Configure(EntityTypeBuilder<EarlierName> builder)
    {
        builder.ToTable("unit_earlier_names");
        builder.Property<UnitId>(Unit);
        builder.HasKey(Unit, nameof(EarlierName.Number));
        builder.Property(one => one.Number).ValueGeneratedNever();
        builder.Property(one => one.Name).HasMaxLength(100);
        builder.Property(one => one.ShortName).HasMaxLength(40);
        builder.Property(one => one.Basis).HasMaxLength(InputRules.ShortText);
    }
}

internal sealed class EarlierUnitTable : IEntityTypeConfiguration<EarlierUnit>
{
    public const string Account = "AccountId";

    public void Configure(EntityTypeBuilder<EarlierUnit> builder)
    {
        builder.ToTable("account_earlier_units");
        builder.Property<AccountId>(Account);
        builder.HasKey(Account, nameof(EarlierUnit.Number));
        builder.Property(one => one.Number).ValueGeneratedNever();
        builder.HasIndex(one => one.Unit);
        builder.HasOne<Unit>().WithMany().HasForeignKey(one => one.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts").HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.UserName).HasMaxLength(63);
        builder.Property(account => account.Name).HasMaxLength(60);
        builder.PrimitiveCollection(account => account.Specialties).HasMaxLength(2000);
        builder.Property(account => account.DepartureBasis).HasMaxLength(InputRules.ShortText);
        builder.HasIndex(account => account.UserName).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(account => account.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(account => account.EarlierUnits).WithOne().HasForeignKey(EarlierUnitTable.Account);
    }
}

internal sealed class AccountCertificateTable : IEntityTypeConfiguration<AccountCertificate>
{
    private const int HexOfSha256 = 64;

    public void Configure(EntityTypeBuilder<AccountCertificate> builder)
    {
        builder.ToTable("account_certificates").HasKey(certificate => certificate.Id);
        builder.Property(certificate => certificate.Id).ValueGeneratedNever();
        builder.Property(certificate => certificate.Issuer).HasMaxLength(1000);
        builder.Property(certificate => certificate.SerialNumber).HasMaxLength(64);
        builder.Property(certificate => certificate.KeySha256).HasMaxLength(HexOfSha256);
        builder.Property(certificate => certificate.BoundIdentity).HasMaxLength(HexOfSha256);
        builder.Ignore(certificate => certificate.IsBound);
        builder.HasIndex(certificate => certificate.BoundIdentity).IsUnique();
        builder.HasIndex(certificate => new { certificate.Account, certificate.BoundAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.Account).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnsweredChallengeTable : IEntityTypeConfiguration<AnsweredChallenge>
{
    public void Configure(EntityTypeBuilder<AnsweredChallenge> builder)
    {
        builder.ToTable("answered_challenges").HasKey(challenge => challenge.Sha256);
        builder.Property(challenge => challenge.Sha256).HasMaxLength(64);
        builder.HasIndex(challenge => challenge.AnsweredAt);
    }
}

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts").HasKey(post => post.Id);
        builder.Property(post => post.Id).ValueGeneratedNever();
        builder.Property(post => post.Title).HasMaxLength(60);
        builder.HasIndex(post => new { post.Account, post.From });
        builder.HasIndex(post => new { post.Unit, post.From });
        builder.HasOne<Account>().WithMany().HasForeignKey(post => post.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(post => post.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExportTable : IEntityTypeConfiguration<Export>
{
    public void Configure(EntityTypeBuilder<Export> builder)
    {
        builder.ToTable("exports").HasKey(export => export.Id);
        builder.Property(export => export.Id).ValueGeneratedNever();
        builder.Property(export => export.List).HasMaxLength(BeginExportValidator.LongestList);
        builder.Property(export => export.Filter).HasMaxLength(BeginExportValidator.LongestFilter);
        builder.HasIndex(export => new { export.OpenedAt, export.Id });
    }
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices").HasKey(notice => notice.Id);
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Kind).HasMaxLength(NoticeRaised.LongestKind);
        builder.Property(notice => notice.TitleChinese).HasMaxLength(NoticeRaised.LongestTitle);
        builder.Property(notice => notice.TitleEnglish).HasMaxLength(NoticeRaised.LongestTitle);
        builder.Property(notice => notice.TextChinese).HasMaxLength(NoticeRaised.LongestText);
        builder.Property(notice => notice.TextEnglish).HasMaxLength(NoticeRaised.LongestText);
        builder.Property(notice => notice.ObjectType).HasMaxLength(FileNoticeValidator.LongestObjectType);
        builder.Property(notice => notice.ObjectIdentity).HasMaxLength(FileNoticeValidator.LongestObjectIdentity);
        builder.Property(notice => notice.ObjectTitle).HasMaxLength(InputRules.ShortText);
        builder.Property(notice => notice.Done).HasMaxLength(MarkNoticeActedValidator.LongestDone);
        builder.HasIndex(notice => new
        {
            notice.Unit,
            notice.Account,
            notice.ReceivedAt,
            notice.Id,
        });
        builder.HasIndex(notice => new { notice.Account, notice.State });
        builder.HasOne<Unit>().WithMany().HasForeignKey(notice => notice.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(notice => notice.Account).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeBoxTable : IEntityTypeConfiguration<NoticeBox>
{
    public void Configure(EntityTypeBuilder<NoticeBox> builder)
    {
        builder.ToTable("notice_boxes").HasKey(box => box.Id);
        builder.Property(box => box.Id).ValueGeneratedNever();
        builder.Property(box => box.MailAddress).HasMaxLength(SetUpNoticeBoxValidator.LongestAddress);
        builder.HasIndex(box => new { box.Digest, box.LastDigestOn });
        builder.HasOne<Account>().WithMany().HasForeignKey(box => box.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations").HasKey(delegation => delegation.Id);
        builder.Property(delegation => delegation.Id).ValueGeneratedNever();
        builder.Ignore(delegation => delegation.Days);
        builder.Property(delegation => delegation.Reason).HasMaxLength(InputRules.ShortText);
        builder.HasIndex(delegation => new { delegation.Unit, delegation.From });
        builder.HasOne<Unit>().WithMany().HasForeignKey(one => one.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.Absentee).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.Deputy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailDeliveryTable : IEntityTypeConfiguration<MailDelivery>
{
    private const int LongestBody = 8000;

    public void Configure(EntityTypeBuilder<MailDelivery> builder)
    {
        builder.ToTable("mail_deliveries").HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Address).HasMaxLength(SetUpNoticeBoxValidator.LongestAddress);
        builder.Property(mail => mail.Subject).HasMaxLength(NoticeRaised.LongestTitle);
        builder.Property(mail => mail.Body).HasMaxLength(LongestBody);
        builder.Property(mail => mail.LastFault).HasMaxLength(SettleMailValidator.LongestFault);
        builder.HasIndex(mail => new { mail.State, mail.NextAttemptAt });
        builder.HasIndex(mail => new { mail.QueuedAt, mail.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(mail => mail.Account).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CredentialTable : IEntityTypeConfiguration<Credential>
{
    public void Configure(EntityTypeBuilder<Credential> builder)
    {
        builder.HasKey(credential => credential.Id);
        builder.Property(credential => credential.Id).ValueGeneratedNever();
        builder.Property(credential => credential.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(credential => credential.NormalizedUserName).IsUnique();
        // An account has no mailbox and no mobile of its own here; columns that nothing fills would only invite filling.
        builder.Ignore(credential => credential.Email);
        builder.Ignore(credential => credential.NormalizedEmail);
        builder.Ignore(credential => credential.EmailConfirmed);
        builder.Ignore(credential => credential.PhoneNumber);
        builder.Ignore(credential => credential.PhoneNumberConfirmed);
    }
}

internal sealed class CredentialTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.HasKey(token => new
        {
            token.UserId,
            token.LoginProvider,
            token.Name,
        });
        builder.Property(token => token.LoginProvider).HasMaxLength(CredentialStore.LongestName);
        builder.Property(token => token.Name).HasMaxLength(CredentialStore.LongestName);
        builder.Property(token => token.Value).HasMaxLength(CredentialStore.LongestToken);
        builder.HasOne<Credential>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SecondFactorTable : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors").HasKey(factor => factor.Id);
        builder.Property(factor => factor.Id).ValueGeneratedNever();
        builder.Property(factor => factor.TakenAwayBecause).HasMaxLength(SecondFactor.LongestReason);
        builder.HasOne<Account>().WithMany().HasForeignKey(factor => factor.Id).OnDelete(DeleteBehavior.Restrict);
    }
}
